/** A canvas that lies on the map: drawn once per view, moved by Leaflet while the map is dragged or zoomed. */
import L from 'leaflet';
import type { WorldPoint } from './mercator.ts';
import { worldPixels } from './mercator.ts';

/** What a drawing needs to know: the context is in CSS pixels, its origin is the corner of the canvas. */
export type CanvasFrame = {
  context: CanvasRenderingContext2D;
  width: number;
  height: number;
  zoom: number;
  /** Unit square → pixels of this canvas: `x * world - left`, `y * world - top`. */
  world: number;
  left: number;
  top: number;
  /** Only what touches one of these needs drawing; null = everything. */
  only: readonly Rect[] | null;
};

/** Pixels of the canvas. */
export type Rect = { x: number; y: number; width: number; height: number };

export type CanvasOverlay = {
  canvas: HTMLCanvasElement;
  /** Draws again before the next frame; many calls in one frame are one drawing. */
  redraw: () => void;
  /** Draws again only around these points, `reach` pixels to each side. */
  redrawAround: (points: readonly WorldPoint[], reach: number) => void;
  remove: () => void;
};

type Options = {
  /** Name of an existing map pane. */
  pane: string;
  /** How far beyond the view the canvas reaches, as a share of the view: what a drag uncovers is already drawn. */
  padding: number;
  draw: (frame: CanvasFrame) => void;
};

/** With more places than this, one whole drawing is cheaper. */
const MOST_PARTS = 60;

/** Where a point falls on the canvas. */
export function onCanvas(frame: CanvasFrame, point: WorldPoint): { x: number; y: number } {
  return { x: point.x * frame.world - frame.left, y: point.y * frame.world - frame.top };
}

/** Puts a canvas on the map and keeps it in place through pans, zooms and resizes. */
export function addCanvasOverlay(map: L.Map, { pane, padding, draw }: Options): CanvasOverlay {
  const canvas = L.DomUtil.create('canvas', 'leaflet-zoom-animated', map.getPane(pane));
  canvas.style.pointerEvents = 'none';
  canvas.setAttribute('aria-hidden', 'true');
  const context = canvas.getContext('2d');
  let drawn: { corner: L.LatLng; bounds: L.LatLngBounds; frame: CanvasFrame } | null = null;
  let lastSize: L.Point | null = null;
  let request: number | null = null;
  let partly: Rect[] | null = [];

  function drawNow(): void {
    const size = map.getSize();
    if (!context || size.x === 0 || size.y === 0) return;
    lastSize = size;
    const pad = size.multiplyBy(padding).round();
    const width = size.x + 2 * pad.x;
    const height = size.y + 2 * pad.y;
    const ratio = window.devicePixelRatio || 1;
    if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
      canvas.width = Math.round(width * ratio);
      canvas.height = Math.round(height * ratio);
      canvas.style.width = `${width}px`;
      canvas.style.height = `${height}px`;
    }
    const layerCorner = map.containerPointToLayerPoint(pad.multiplyBy(-1)).round();
    L.DomUtil.setTransform(canvas, layerCorner, 1);
    const zoom = map.getZoom();
    const origin = map.getPixelOrigin().add(layerCorner);
    const frame = {
      context,
      width,
      height,
      zoom,
      world: worldPixels(zoom),
      left: origin.x,
      top: origin.y,
      only: null,
    };
    drawn = {
      frame,
      corner: map.layerPointToLatLng(layerCorner),
      bounds: L.latLngBounds(
        map.layerPointToLatLng(layerCorner),
        map.layerPointToLatLng(layerCorner.add([width, height])),
      ),
    };
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    context.clearRect(0, 0, width, height);
    draw(frame);
  }

  function drawPartly(only: readonly Rect[]): void {
    if (!drawn || !context) return;
    context.save();
    context.beginPath();
    for (const { x, y, width, height } of only) context.rect(x, y, width, height);
    context.clip();
    context.clearRect(0, 0, drawn.frame.width, drawn.frame.height);
    draw({ ...drawn.frame, only });
    context.restore();
  }

  function soon(): void {
    request ??= requestAnimationFrame(() => {
      request = null;
      const only = partly;
      partly = [];
      if (only === null) drawNow();
      else drawPartly(only);
    });
  }

  function redraw(): void {
    partly = null;
    soon();
  }

  function redrawAround(points: readonly WorldPoint[], reach: number): void {
    if (!drawn || points.length > MOST_PARTS) return redraw();
    for (const point of points) {
      const { x, y } = onCanvas(drawn.frame, point);
      partly?.push({
        x: Math.floor(x) - reach,
        y: Math.floor(y) - reach,
        width: 2 * reach + 1,
        height: 2 * reach + 1,
      });
    }
    soon();
  }

  /** A pan within what is drawn needs no new drawing: the canvas went along. */
  function settle(): void {
    const size = map.getSize();
    const same = drawn?.frame.zoom === map.getZoom() && lastSize?.equals(size) === true;
    if (!same || !drawn?.bounds.contains(map.getBounds())) drawNow();
  }

  /** While the zoom changes the old drawing is stretched along with everything else. */
  function stretch(center: L.LatLng, zoom: number): void {
    if (!drawn) return;
    const mapPane = map.getPanes().mapPane;
    const newOrigin = map
      .project(center, zoom)
      .subtract(map.getSize().divideBy(2))
      .add(L.DomUtil.getPosition(mapPane))
      .round();
    const corner = map.project(drawn.corner, zoom).subtract(newOrigin);
    L.DomUtil.setTransform(canvas, corner, map.getZoomScale(zoom, drawn.frame.zoom));
  }

  const handlers: L.LeafletEventHandlerFnMap = {
    zoomanim: (event) => stretch(event.center, event.zoom),
    zoom: () => stretch(map.getCenter(), map.getZoom()),
    move: () => {
      if (drawn && drawn.frame.zoom === map.getZoom() && !drawn.bounds.contains(map.getBounds())) redraw();
    },
    moveend: settle,
    viewreset: drawNow,
    resize: redraw,
  };
  map.on(handlers);
  map.whenReady(redraw);

  return {
    canvas,
    redraw,
    redrawAround,
    remove() {
      map.off(handlers);
      if (request !== null) cancelAnimationFrame(request);
      canvas.remove();
    },
  };
}
