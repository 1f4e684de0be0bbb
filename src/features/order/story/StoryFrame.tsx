/** Around the timeline: its heading, the first wait, what could not be read, and the word for an empty one. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { ErrorNote } from '#src/components/format/ErrorNote.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { OrderStory } from '#src/domain/orderStory.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { Section } from '../parts/Section.tsx';
import { StoryList } from './StoryList.tsx';
import classes from './OrderStory.module.css';

/** A source that failed: what that means for the story, and how to ask it again. */
export type StoryTrouble = { source: string; words: string; error: unknown; retry: () => void };

type StoryFrameProps = {
  /** Null = nothing is known yet, or nothing could be read. */
  story: OrderStory | null;
  loading: boolean;
  troubles: StoryTrouble[];
  /** What to say instead of the usual word when the story is empty. */
  emptyWords?: string;
  nameOf: (who: string) => string;
  /** Where the journal of the order stands by itself. */
  journal?: string;
};

export function StoryFrame({ story, loading, troubles, emptyWords, nameOf, journal }: StoryFrameProps) {
  const t = useWords(storyWords);
  const { zoneName } = useFormat();
  return (
    <Section
      title={t.title}
      aside={
        <span className={classes.aside}>
          {journal !== undefined && <Link to={journal}>{t.journal}</Link>}
          <small className={classes.zone}>{t.zone(zoneName())}</small>
        </span>
      }
    >
      {troubles.map(({ source, words, error, retry }) => (
        <div key={source} className={classes.trouble}>
          <p>{words}</p>
          <ErrorNote error={error} onRetry={retry} compact />
        </div>
      ))}
      {loading && <Skeleton label={t.loading} />}
      {story && story.setAside > 0 && <Note>{t.setAside(story.setAside)}</Note>}
      {story && story.entries.length > 0 && <StoryList entries={story.entries} nameOf={nameOf} />}
      {story?.entries.length === 0 && troubles.length === 0 && <Note>{emptyWords ?? t.empty}</Note>}
    </Section>
  );
}

function Note({ children }: { children: ReactNode }) {
  return <p className={classes.note}>{children}</p>;
}

const BARS = [46, 70, 58, 64];

function Skeleton({ label }: { label: string }) {
  return (
    <div role="status" aria-label={label} className={classes.skeleton}>
      {BARS.map((width) => (
        <div key={width} aria-hidden>
          <span style={{ width: '30%' }} />
          <span style={{ width: `${width}%` }} />
        </div>
      ))}
    </div>
  );
}
