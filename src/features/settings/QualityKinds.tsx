/** The kinds of findings with their counts, area by area: each is an address. Below, what this installation is set to. */
import { Link, useSearchParams } from 'react-router';
import side from '#src/components/records/SideNav.module.css';
import type { QualityKind } from '#src/domain/dataQuality.ts';
import { AREAS, QUALITY_AREAS } from '#src/domain/dataQuality.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import facts from './InstallationFacts.module.css';
import { InstallationFacts } from './InstallationFacts.tsx';
import classes from './quality.module.css';

type QualityKindsProps = {
  kind: QualityKind | null;
  counts: ReadonlyMap<QualityKind, number>;
  /** Not everything has been read: a kind without findings may get some yet. */
  unread: boolean;
};

export function QualityKinds({ kind, counts, unread }: QualityKindsProps) {
  const t = useWords(qualityWords);
  const { locale } = useText();
  const [params] = useSearchParams();
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const to = (next: QualityKind | null) => {
    const search = new URLSearchParams(params);
    search.delete('kind');
    if (next !== null) search.set('kind', next);
    return `?${search}`;
  };
  const link = (own: QualityKind | null, title: string, count: number) => (
    <Link
      key={own ?? ''}
      to={to(own)}
      className={`${side.link} ${classes.kind}`}
      aria-current={own === kind ? 'true' : undefined}
      data-none={count === 0 || undefined}
    >
      <span>{title}</span>
      <b>{count === 0 && unread ? '·' : count.toLocaleString(locale)}</b>
    </Link>
  );
  return (
    <div className={`${side.nav} ${classes.side}`}>
      <nav aria-label={t.kindsLabel}>
        {link(null, t.all, total)}
        {AREAS.map((area) => (
          <section key={area}>
            <h3 className={side.group}>{t.areas[area]}</h3>
            {QUALITY_AREAS[area].map((own) => link(own, t.kinds[own], counts.get(own) ?? 0))}
          </section>
        ))}
      </nav>
      <section className={facts.installation} aria-label={t.facts.title}>
        <h3 className={side.group}>{t.facts.title}</h3>
        <InstallationFacts />
      </section>
    </div>
  );
}
