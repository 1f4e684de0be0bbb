/** The matrix: actions down, roles across; arrows walk, Space switches. */
import type { KeyboardEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import type { Permission } from '#src/contracts/ireca/rights.ts';
import type { UserRole } from '#src/contracts/ireca/roles.ts';
import { useWords } from '#src/locales/language.tsx';
import { rightsWords } from '#src/locales/rightsWords.ts';
import { ColumnDialog } from './ColumnDialog.tsx';
import { RightSwitch } from './RightSwitch.tsx';
import type { ColumnPlan } from './RoleHead.tsx';
import { RoleHead } from './RoleHead.tsx';
import type { CellPlace } from './rightsKeys.ts';
import { nextPlace } from './rightsKeys.ts';
import { useRightWrites } from './useRightWrites.ts';
import classes from './RightsGrid.module.css';

type Props = {
  /** Those that the search leaves. */
  actions: readonly Permission[];
  all: readonly Permission[];
  roles: readonly UserRole[];
  may: boolean;
};

export function RightsGrid({ actions, all, roles, may }: Props) {
  const t = useWords(rightsWords);
  const grid = useRef<HTMLTableElement>(null);
  const writes = useRightWrites();
  const [wanted, setPlace] = useState<CellPlace>({ row: 0, column: 0 });
  const [plan, setPlan] = useState<ColumnPlan | null>(null);
  const titles = useMemo(
    () => new Map(all.map(({ permissionId, description }) => [permissionId, description || permissionId])),
    [all],
  );
  const actionIds = useMemo(() => all.map(({ permissionId }) => permissionId), [all]);
  const size = { rows: actions.length, columns: roles.length };
  // Rows that the search took away leave the place at the nearest one.
  const place = {
    row: Math.min(wanted.row, size.rows - 1),
    column: Math.min(wanted.column, size.columns - 1),
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const at = placeOf(event.target);
    const next = at && nextPlace(event, at, size);
    if (!next) return;
    event.preventDefault();
    cellAt(grid.current, next)?.focus();
  };

  return (
    <>
      <table
        ref={grid}
        className={classes.grid}
        role="grid"
        aria-label={t.grid}
        onKeyDown={onKeyDown}
        onFocus={(event) => {
          const at = placeOf(event.target);
          if (at) setPlace(at);
        }}
      >
        <thead>
          <tr>
            <th className={classes.corner} scope="col">
              {t.action}
            </th>
            {roles.map((role) => (
              <th key={role.roleId} scope="col" data-deleted={!role.isActive || undefined}>
                <RoleHead role={role} actionIds={actionIds} may={may} onPlan={setPlan} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {actions.map(({ permissionId, description }, row) => (
            <tr key={permissionId}>
              <th scope="row">
                <span>{description || permissionId}</span>
                {description && <code>{permissionId}</code>}
              </th>
              {roles.map(({ roleId, title, isActive }, column) => (
                <td key={roleId} data-deleted={!isActive || undefined}>
                  <RightSwitch
                    roleId={roleId}
                    actionId={permissionId}
                    role={title || t.nameless(roleId)}
                    action={description || permissionId}
                    row={row}
                    column={column}
                    stop={row === place.row && column === place.column}
                    may={may && isActive}
                    writes={writes}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {plan && (
        <ColumnDialog
          plan={plan}
          titles={titles}
          onClose={() => setPlan(null)}
          onConfirm={() => {
            const { role, isAllowed } = plan;
            setPlan(null);
            writes.changeAll(
              plan.actionIds.map((actionId) => ({ roleId: role.roleId, actionId, isAllowed })),
              role.title || t.nameless(role.roleId),
            );
          }}
        />
      )}
    </>
  );
}

function placeOf(target: EventTarget): CellPlace | null {
  const cell = (target as Element).closest<HTMLElement>('[data-row][data-column]');
  return cell && { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) };
}

const cellAt = (grid: HTMLElement | null, { row, column }: CellPlace) =>
  grid?.querySelector<HTMLElement>(`[data-row="${row}"][data-column="${column}"]`);
