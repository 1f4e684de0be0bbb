/** The header: where we are, search, how old the data is, and the user's own switches. */
import { ActionIcon, Kbd, Menu, Tooltip, UnstyledButton, useMantineColorScheme } from '@mantine/core';
import {
  IconChevronDown,
  IconCommand,
  IconLogout,
  IconMoon,
  IconSun,
  IconVolume,
  IconVolumeOff,
} from '@tabler/icons-react';
import { useAppConfig } from '#src/api/appConfig.ts';
import { useSession, useSignOut } from '#src/api/session.ts';
import { DataAges } from '#src/app/DataAges.tsx';
import { openPalette } from '#src/app/paletteStore.ts';
import { SearchBox } from '#src/app/SearchBox.tsx';
import { useSound } from '#src/app/newOrders.ts';
import { useBoardStore } from '#src/components/board/boardStore.ts';
import { useFormat } from '#src/components/format/useFormat.ts';
import { useLanguage, useText } from '#src/locales/language.tsx';
import classes from './Header.module.css';

/** One line; at phone width what is not needed every minute moves into the user's menu. */
export function Header() {
  const t = useText().shell;
  const { timeZone, demo } = useAppConfig();
  const format = useFormat();
  return (
    <header className={classes.header}>
      <h1 className={classes.title}>{t.nav.orders}</h1>
      <SearchBox />
      <Tooltip label={t.palette.open}>
        <UnstyledButton className={classes.palette} onClick={openPalette} aria-label={t.palette.open}>
          <IconCommand size={15} stroke={1.7} aria-hidden />
          <Kbd size="xs">{t.palette.keys}</Kbd>
        </UnstyledButton>
      </Tooltip>
      <div className={classes.spring} />
      {demo && <span className={classes.demo}>{t.demo}</span>}
      <DataAges />
      <Tooltip label={t.zone.label(timeZone)}>
        <span className={classes.zone}>{format.zoneName()}</span>
      </Tooltip>
      <Switches />
      <UserMenu />
    </header>
  );
}

function Switches() {
  const t = useText().shell;
  const sound = useSound();
  const { language, setLanguage } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme === 'dark';
  const soundLabel = sound.on ? t.sound.on : t.sound.off;
  const themeLabel = dark ? t.theme.toLight : t.theme.toDark;
  const other = language === 'ru' ? 'en' : 'ru';
  const languageLabel = other === 'en' ? t.language.toEnglish : t.language.toRussian;
  return (
    <div className={classes.switches}>
      <Tooltip label={soundLabel}>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={sound.toggle}
          aria-label={soundLabel}
          aria-pressed={sound.on}
        >
          {sound.on ? <IconVolume size={17} stroke={1.7} /> : <IconVolumeOff size={17} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={themeLabel}>
        <ActionIcon
          variant="subtle"
          color="gray"
          onClick={() => setColorScheme(dark ? 'light' : 'dark')}
          aria-label={themeLabel}
        >
          {dark ? <IconSun size={17} stroke={1.7} /> : <IconMoon size={17} stroke={1.7} />}
        </ActionIcon>
      </Tooltip>
      <Tooltip label={languageLabel}>
        <UnstyledButton
          className={classes.language}
          onClick={() => setLanguage(other)}
          aria-label={languageLabel}
        >
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
        <Menu.Item leftSection={<IconLogout size={16} stroke={1.7} />} onClick={leave}>
          {t.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
