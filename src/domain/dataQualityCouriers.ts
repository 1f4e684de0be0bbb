/** What is odd about couriers and about where they are. */
import type { LastPosition } from '#src/contracts/ireca/location.ts';
import type { Licences } from '#src/contracts/ireca/people.ts';
import type { CourierDirectory } from '#src/domain/courierDirectory.ts';
import { kassaBar } from '#src/domain/courierDirectory.ts';
import { quarantinedPositions } from '#src/domain/courierState.ts';
import type { Finding } from '#src/domain/dataQuality.ts';
import { finding } from '#src/domain/dataQuality.ts';
import { knownPoint } from '#src/lib/geo.ts';

type Sources = {
  directory: CourierDirectory;
  /** Null while they are not known. */
  licences: Licences | null;
  /** By `ireca:<courierId>`; null while the feed has not been read. */
  positions: ReadonlyMap<string, LastPosition> | null;
  /** Couriers need a login in Kassa only where Kassa is on. */
  kassa: boolean;
};

/** True when a position of the courier was ever believed. */
function wasSeen(position: LastPosition | undefined): boolean {
  return (
    position !== undefined &&
    position.createdAt !== null &&
    knownPoint(position.latitude, position.longitude) !== null
  );
}

/** Who is on shift and was never seen, whose position is not believed, who is on shift and in no list, who cannot be given Kassa orders. */
export function oddCouriers({ directory, licences, positions, kassa }: Sources): Finding[] {
  const found: Finding[] = [];
  const add = (kind: Finding['kind'], id: string, name: string, value = '') =>
    found.push(finding({ kind, subject: { what: 'courier', id, name }, value, over: false }));
  for (const courier of directory.all) {
    const { courierId, title, onShift, phone } = courier;
    if (positions && onShift && !wasSeen(positions.get(`ireca:${courierId}`))) {
      add('neverSeen', courierId, title);
    }
    const bar = kassa ? kassaBar(courier, directory) : null;
    if (bar !== null) add('notForKassa', courierId, title, phone);
  }
  for (const { courierId, reason } of quarantinedPositions(positions?.values() ?? [])) {
    add('doubtedPosition', courierId, directory.byId.get(courierId)?.title ?? '', reason);
  }
  const strangers = new Map(
    (licences?.licenses ?? [])
      .filter(({ courierId }) => !directory.byId.has(courierId))
      .map(({ courierId, deviceTitle }) => [courierId, deviceTitle]),
  );
  for (const [courierId, device] of strangers) add('strangerOnShift', courierId, '', device);
  for (const { id, path, reason } of licences?.setAside ?? []) {
    found.push(
      finding({
        kind: 'licenceSetAside',
        subject: { what: 'courier', id: id ?? '', name: '' },
        value: path ? `${path}: ${reason}` : reason,
        over: false,
      }),
    );
  }
  return found;
}
