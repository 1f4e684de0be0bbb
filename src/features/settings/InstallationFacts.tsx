/** What this installation is set to, with the names of the settings: read-only, for nothing of it is changed here. */
import { useAppConfig } from '#src/api/appConfig.ts';
import { useText, useWords } from '#src/locales/language.tsx';
import { qualityWords } from '#src/locales/qualityWords.ts';
import classes from './InstallationFacts.module.css';

export function InstallationFacts() {
  const t = useWords(qualityWords).facts;
  const { system } = useText().shell;
  const { timeZone, atRiskMinutes, shiftStarts, ordersPollSeconds, positionsPollSeconds, ...config } =
    useAppConfig();
  const stands = (name: 'ireca' | 'kassa') =>
    config.systems[name] ? t.on(system[name]) : t.off(system[name]);
  const facts: [string, string, string][] = [
    [t.timeZone, timeZone, 'TIME_ZONE'],
    [t.atRisk, t.atRiskIn(atRiskMinutes), 'AT_RISK_MINUTES'],
    [t.shifts, shiftStarts.join(', '), 'SHIFT_STARTS'],
    [t.poll, t.pollEvery(ordersPollSeconds), 'ORDERS_POLL_SECONDS'],
    [t.positions, t.pollEvery(positionsPollSeconds), t.positionsFixed],
    [t.systems, stands('ireca'), 'IRECA_TOKEN'],
    ['', stands('kassa'), 'KASSA_USERNAME'],
    [t.tiles, config.tiles === null ? t.tilesNone : hostOf(config.tiles.url), 'TILE_URL'],
    [t.pictures, config.imageHosts.map(hostOf).join(', ') || t.picturesNone, 'IMAGE_HOSTS'],
    ...(config.demo ? [[t.demo, t.demoOn, 'DEMO'] as [string, string, string]] : []),
  ];
  return (
    <>
      <p className={classes.quiet}>{t.lead}</p>
      <dl className={classes.facts}>
        {facts.map(([name, value, setting]) => (
          <div key={setting}>
            <dt>{name === '' ? t.systems : name}</dt>
            <dd>
              {value}
              <code>{setting}</code>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** `https://{s}.tile.example/{z}/…` → `{s}.tile.example`. */
const hostOf = (url: string): string => /^https?:\/\/([^/]+)/.exec(url)?.[1] ?? url;
