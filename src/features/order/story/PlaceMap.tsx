/** The place of one deed on a small map, with how exact it is. */
import { PointMap } from '#src/components/map/PointMap.tsx';
import { useFormat } from '#src/components/format/useFormat.ts';
import type { StoryPlace } from '#src/domain/orderStory.ts';
import { useWords } from '#src/locales/language.tsx';
import { storyWords } from '#src/locales/storyWords.ts';
import classes from './OrderStory.module.css';

const HEIGHT = 180;

/** @param props.at when the status was set there, epoch ms. */
export function PlaceMap({
  place: { point, accuracy },
  at,
  id,
}: {
  place: StoryPlace;
  at: number;
  id: string;
}) {
  const t = useWords(storyWords).place;
  const { timeSeconds } = useFormat();
  const time = timeSeconds(at);
  return (
    <div id={id} className={classes.place}>
      <PointMap
        points={[{ id: 'place', point, label: t.label(time), kind: 'event' }]}
        label={t.map(time)}
        height={HEIGHT}
      />
      <p className={classes.placeNote}>
        {point.latitude.toFixed(5)}, {point.longitude.toFixed(5)}
        {accuracy !== null && ` · ${t.accuracy(Math.round(accuracy))}`}
      </p>
    </div>
  );
}
