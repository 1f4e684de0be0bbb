/** Over a column: the role, how much it may, and for who may the deeds for the whole column. */
import { Menu } from '@mantine/core';
import { IconDotsVertical, IconExternalLink, IconToggleLeft, IconToggleRight } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { Link } from 'react-router';
import { rightQuery } from '#src/api/rights.ts';
import type { UserRole } from '#src/contracts/ireca/roles.ts';
import { recordAddress } from '#src/lib/paths.ts';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import { useAllowedCount } from './useRightsOverview.ts';
import classes from './RightsGrid.module.css';

/** A whole column to be changed. */
export type ColumnPlan = { role: UserRole; isAllowed: boolean; actionIds: readonly string[] };

type Props = {
  role: UserRole;
  /** All actions, also those that a search hides. */
  actionIds: readonly string[];
  may: boolean;
  onPlan: (plan: ColumnPlan) => void;
};

export function RoleHead({ role, actionIds, may, onPlan }: Props) {
  const t = useWords(rightsWords);
  const { roleId, title, isActive } = role;
  const cells = useMemo(() => actionIds.map((actionId) => ({ roleId, actionId })), [roleId, actionIds]);
  const { allowed, known } = useAllowedCount(cells);
  const name = title || t.nameless(roleId);
  return (
    <div className={classes.role}>
      <Link to={recordAddress('roles', roleId)} className={classes.roleTitle} title={name}>
        {name}
      </Link>
      {!isActive && <span className={classes.deleted}>{t.deleted}</span>}
      <span className={classes.count}>{known ? t.allowedOf(allowed, cells.length) : t.counting}</span>
      {may && isActive && <RoleMenu {...{ role, name, actionIds, onPlan }} />}
    </div>
  );
}

function RoleMenu({ role, name, actionIds, onPlan }: Omit<Props, 'may'> & { name: string }) {
  const t = useWords(rightsWords);
  const client = useQueryClient();
  const plan = (isAllowed: boolean): ColumnPlan => ({
    role,
    isAllowed,
    // What could not be read is written too: then it is known.
    actionIds: actionIds.filter(
      (actionId) => client.getQueryData(rightQuery({ roleId: role.roleId, actionId }).queryKey) !== isAllowed,
    ),
  });
  return (
    <Menu position="bottom-end" width={260} withinPortal>
      <Menu.Target>
        <button type="button" className={classes.menu} aria-label={t.roleMenu(name)}>
          <IconDotsVertical size={16} stroke={1.7} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {[true, false].map((isAllowed) => (
          <MenuPlan key={String(isAllowed)} plan={plan} isAllowed={isAllowed} onPlan={onPlan} />
        ))}
        <Menu.Divider />
        <Menu.Item
          component={Link}
          to={recordAddress('roles', role.roleId)}
          leftSection={<IconExternalLink size={16} stroke={1.7} aria-hidden />}
        >
          {t.openRole}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Counted when the menu opens. */
function MenuPlan({
  plan,
  isAllowed,
  onPlan,
}: {
  plan: (isAllowed: boolean) => ColumnPlan;
  isAllowed: boolean;
  onPlan: (plan: ColumnPlan) => void;
}) {
  const t = useWords(rightsWords);
  const planned = plan(isAllowed);
  const n = planned.actionIds.length;
  const Icon = isAllowed ? IconToggleRight : IconToggleLeft;
  return (
    <Menu.Item
      disabled={n === 0}
      leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
      onClick={() => onPlan(planned)}
    >
      {isAllowed ? t.allowAll(n) : t.forbidAll(n)}
    </Menu.Item>
  );
}
