/** Facts of a document as «название: значение», some with a button to copy them. */
import { CopyButton } from '#src/components/copy/CopyButton.tsx';
import classes from './FactList.module.css';

export type Fact = { name: string; value: string; copied?: boolean };

/** A fact without a value is left out. */
export function FactList({ facts }: { facts: Fact[] }) {
  return (
    <dl className={classes.facts}>
      {facts
        .filter(({ value }) => value !== '')
        .map(({ name, value, copied }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              {value}
              {copied && <CopyButton text={value} what={name} />}
            </dd>
          </div>
        ))}
    </dl>
  );
}

/** The same as text, a line for each: for pasting into a letter. */
export const factLines = (facts: readonly Fact[]): string =>
  facts
    .filter(({ value }) => value !== '')
    .map(({ name, value }) => `${name}: ${value}`)
    .join('\n');
