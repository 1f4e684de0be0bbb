/** One deed of the timeline: when, who, from which program, what changed, and where. */
import { IconMapPin } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useFormat } from '#src/components/format/useFormat.ts';
import { StoryChangeLine } from '#src/components/story/StoryChangeLine.tsx';
import { storyHeadline } from '#src/components/story/storyHeadline.ts';
import type { StoryEntry } from '#src/domain/orderStory.ts';
import { isCourierApp } from '#src/domain/orderStory.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import { PlaceMap } from './PlaceMap.tsx';
import { storyTone } from './storyTone.ts';
import classes from './OrderStory.module.css';

/** @param props.who the name of whoever did it; '' = nobody is named. */
export function StoryItem({ entry, who }: { entry: StoryEntry; who: string }) {
  const t = useWords(storyWords);
  const { timeSeconds } = useFormat();
  const [mapShown, showMap] = useState(false);
  const mapId = useId();
  const { at, event, program, changes, info, place } = entry;
  const time = timeSeconds(at);
  const headline = storyHeadline(entry, t);
  return (
    <li className={classes.entry} data-tone={storyTone(entry)} data-placed={place ? true : undefined}>
      <p className={classes.head}>
        <time dateTime={new Date(at).toISOString()}>{time}</time>
        {who !== '' && <span className={classes.who}>{who}</span>}
        {program !== '' && (
          <span className={classes.program}>{isCourierApp(program) ? t.courierApp : program}</span>
        )}
        {place && (
          <button
            type="button"
            className={classes.placeButton}
            aria-expanded={mapShown}
            aria-controls={mapShown ? mapId : undefined}
            aria-label={mapShown ? t.place.hideLabel(time) : t.place.showLabel(time)}
            onClick={() => showMap(!mapShown)}
          >
            <IconMapPin size={13} stroke={1.8} aria-hidden />
            {t.place.show}
          </button>
        )}
      </p>
      {headline !== null && (
        <p className={classes.headline}>
          {headline}
          {event === 'update' && <small> · {t.noDetails}</small>}
        </p>
      )}
      {changes.length > 0 && (
        <ul className={classes.changes}>
          {changes.map((change) => (
            <StoryChangeLine key={change.field} change={change} />
          ))}
        </ul>
      )}
      {info !== '' && <p className={classes.info}>{info}</p>}
      {place && mapShown && <PlaceMap place={place} at={at} id={mapId} />}
    </li>
  );
}
