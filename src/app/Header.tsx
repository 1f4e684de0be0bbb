/** The header: where we are, search, how old the data is, and the user's own switches. */
import { ActionIcon, Kbd, Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { IconChevronDown, IconCommand, IconLogout } from '@tabler/icons-react';
import { useLocation } from 'react-router';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useSession, useSignOut } from '#src/api/session.ts';
import { Suspense } from 'react';
import { DataAges } from '#src/app/DataAges.tsx';
import { openPalette } from '#src/app/paletteStore.ts';
import { SearchBox } from '#src/app/SearchBox.tsx';
import { sectionOf } from '#src/app/sections.ts';
import { useSwitches } from '#src/app/useSwitches.ts';
import { ActionLogButton } from '#src/components/commands/ActionLogButton.tsx';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useNow } from '#src/components/board/useNow.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { lazyPart } from '#src/lib/lazyPart.ts';
import { useText } from '#src/locales/language.tsx';
import classes from './Header.module.css';

// Both look at feeds that the first screen can do without.
const DeviceErrorsButton = lazyPart(() => import('#src/app/DeviceErrorsButton.tsx'), 'DeviceErrorsButton');
const DigestButton = lazyPart(() => import('#src/app/DigestButton.tsx'), 'DigestButton');

/** One line; at phone width what is not needed every minute moves into the user's menu. */
export function Header() {
  const t = useText().shell;
  const { demo } = useAppConfig();
  const { name } = sectionOf(useLocation().pathname);
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{t.nav[name]}</h1>
      <SearchBox />
      <Tooltip label={t.palette.open}>
        <UnstyledButton className={classes.palette} onClick={openPalette} aria-label={t.palette.open}>
          <IconCommand size={15} stroke={1.7} aria-hidden />
          <Kbd size="xs">{t.palette.keys}</Kbd>
        </UnstyledButton>
      </Tooltip>
      <div className={classes.spring} />
      {demo && (
        <Tooltip label={t.demo.long}>
          <span className={classes.demo}>{t.demo.short}</span>
        </Tooltip>
      )}
      <DataAges />
      <Zone />
      <Suspense>
        <DeviceErrorsButton />
      </Suspense>
      <Suspense>
        <DigestButton />
      </Suspense>
      <ActionLogButton />
      <Switches />
      <UserMenu />
    </header>
  );
}

/** By the clock of this minute: a tab that stays open overnight sees the clocks change. */
function Zone() {
  const t = useText().shell.zone;
  const { timeZone } = useAppConfig();
  const { zoneName } = useFormat();
  const now = useNow(60_000);
  return (
    <Tooltip label={t.label(timeZone)}>
      <span className={classes.zone}>{zoneName(now)}</span>
    </Tooltip>
  );
}

function Switches() {
  const t = useText().shell;
  const [sound, scheme, language] = useSwitches();
  return (
    <div className={classes.switches}>
      {[sound, scheme].map(({ label, Icon, flip, pressed }) => (
        <Tooltip key={label} label={label}>
          <ActionIcon variant="subtle" color="gray" onClick={flip} aria-label={label} aria-pressed={pressed}>
            <Icon size={17} stroke={1.7} aria-hidden />
          </ActionIcon>
        </Tooltip>
      ))}
      <Tooltip label={language.label}>
        <UnstyledButton className={classes.language} onClick={language.flip} aria-label={language.label}>
          {t.language.code}
        </UnstyledButton>
      </Tooltip>
    </div>
  );
}

function UserMenu() {
  const t = useText().shell.user;
  const { data: session } = useSession();
  const signOut = useSignOut();
  const switches = useSwitches();
  if (!session) return null;
  const leave = () => signOut.mutate(undefined, { onSuccess: () => useBoardStore.getState().clear() });
  return (
    <Menu position="bottom-end" width={200}>
      <Menu.Target>
        <UnstyledButton className={classes.user} aria-label={`${t.menu}: ${session.name}`}>
          <span className={classes.userName}>{session.name}</span>
          <IconChevronDown size={14} stroke={1.7} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          {session.login} · {t.role[session.role]}
        </Menu.Label>
        {switches.map(({ label, Icon, flip }) => (
          <Menu.Item
            key={label}
            className={classes.onPhone}
            leftSection={<Icon size={16} stroke={1.7} aria-hidden />}
            onClick={flip}
          >
            {label}
          </Menu.Item>
        ))}
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={leave}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
