/** «Удалить» at the end of a row: asks first (`RemoveDialog`). */
import { IconTrash } from '@tabler/icons-react';
import type { ListSlug } from '#src/domain/declaration.ts';
import { useWords } from '#src/locales/language.tsx';
import { referencesWords } from '#src/locales/referencesWords.ts';
import { useRemoveDeed } from './useRemoveDeed.ts';
import bar from './ListBar.module.css';
import classes from './RemoveButton.module.css';

export function RemoveButton({ slug, name, onClick }: { slug: ListSlug; name: string; onClick: () => void }) {
  const t = useWords(referencesWords).remove;
  const deed = useRemoveDeed(slug);
  return (
    <button
      type="button"
      className={`${bar.icon} ${classes.deed}`}
      tabIndex={-1}
      aria-label={t.of(deed, name)}
      title={deed}
      onClick={onClick}
    >
      <IconTrash size={16} stroke={1.7} aria-hidden />
    </button>
  );
}
