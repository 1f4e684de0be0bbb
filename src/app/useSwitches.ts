/** The user's own switches: sound, theme, language. One place for the header, its menu on a phone, and the palette. */
import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import { IconLanguage, IconMoon, IconSun, IconVolume, IconVolumeOff } from '@tabler/icons-react';
import { useNoticeStore } from '#src/components/notices/noticeStore.ts';
import { useLanguage, useText } from '#src/locales/language.tsx';

export type Switch = {
  id: 'sound' | 'theme' | 'language';
  /** What a press does, or for a toggle what it is now. */
  label: string;
  /** What a press does, in a list of actions. */
  deed: string;
  Icon: typeof IconSun;
  flip: () => void;
  /** Only for a toggle. */
  pressed?: boolean;
};

/** Sound, theme, language, in this order. */
export function useSwitches(): [Switch, Switch, Switch] {
  const t = useText().shell;
  const soundOn = useNoticeStore((state) => state.on);
  const toggleSound = useNoticeStore((state) => state.toggle);
  const { language, setLanguage } = useLanguage();
  const { setColorScheme } = useMantineColorScheme();
  // The system's own theme counts until somebody chooses.
  const dark = useComputedColorScheme('light', { getInitialValueInEffect: false }) === 'dark';
  const other = language === 'ru' ? 'en' : 'ru';
  const themeDeed = dark ? t.theme.toLight : t.theme.toDark;
  const languageDeed = other === 'en' ? t.language.toEnglish : t.language.toRussian;
  return [
    {
      id: 'sound',
      label: soundOn ? t.sound.on : t.sound.off,
      deed: soundOn ? t.sound.turnOff : t.sound.turnOn,
      Icon: soundOn ? IconVolume : IconVolumeOff,
      flip: toggleSound,
      pressed: soundOn,
    },
    {
      id: 'theme',
      label: themeDeed,
      deed: themeDeed,
      Icon: dark ? IconSun : IconMoon,
      flip: () => setColorScheme(dark ? 'light' : 'dark'),
    },
    {
      id: 'language',
      label: languageDeed,
      deed: languageDeed,
      Icon: IconLanguage,
      flip: () => setLanguage(other),
    },
  ];
}
