/** Single tiles that did not come while the server is well: which are missing in view, and asking for them again. */
import type L from 'leaflet';

/** By itself a tile is asked for again only so often: at the edge of what the source covers there never is one. */
const OWN_TRIES = 2;

type Hole = { src: string; tries: number };

export type TileHoles = {
  /** Asks again for every tile that is missing. @param byHand somebody pressed the button: the tries begin anew. */
  retry: (byHand: boolean) => void;
  remove: () => void;
};

type Tell = {
  /** A tile did not come; one that was missing already and still does not come is no news. */
  onMiss: () => void;
  /** How many tiles are missing, whenever that changes. */
  onCount: (count: number) => void;
};

/** Hears what the layer says of its tiles, until `remove`. */
export function watchTileHoles(layer: L.TileLayer, { onMiss, onCount }: Tell): TileHoles {
  const holes = new Map<HTMLImageElement, Hole>();
  let told = 0;

  const tell = () => {
    if (holes.size === told) return;
    told = holes.size;
    onCount(told);
  };
  const missed = ({ tile }: L.TileErrorEvent) => {
    if (holes.has(tile)) return;
    holes.set(tile, { src: tile.src, tries: 0 });
    onMiss();
    tell();
  };
  const gone = ({ tile }: L.TileEvent) => {
    if (holes.delete(tile)) tell();
  };
  const heard = { tileerror: missed, tileload: gone, tileunload: gone, tileabort: gone };
  layer.on(heard);

  return {
    retry(byHand) {
      for (const [tile, hole] of holes) {
        if (!byHand && hole.tries >= OWN_TRIES) continue;
        hole.tries = byHand ? 0 : hole.tries + 1;
        tile.src = hole.src;
      }
    },
    remove() {
      layer.off(heard);
      holes.clear();
    },
  };
}
