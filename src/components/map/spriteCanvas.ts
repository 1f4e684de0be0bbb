/** Pictures that are drawn once and then only stamped. */

/** A picture and the spot in it that lies on the point. CSS pixels. */
export type Sprite = { image: HTMLCanvasElement; width: number; height: number; x: number; y: number };

/** An empty picture of this size (CSS pixels) at the density of the screen. */
export function spriteCanvas(
  width: number,
  height: number,
): { image: HTMLCanvasElement; context: CanvasRenderingContext2D | null } {
  // The density of the screen, no more: a picture that fits pixel on pixel is stamped many times faster.
  const ratio = window.devicePixelRatio || 1;
  const image = document.createElement('canvas');
  image.width = Math.ceil(width * ratio);
  image.height = Math.ceil(height * ratio);
  const context = image.getContext('2d');
  context?.scale(ratio, ratio);
  return { image, context };
}

/** Stamps a sprite so that its spot lies on (x, y). */
export function stamp(context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number): void {
  context.drawImage(
    sprite.image,
    Math.round(x - sprite.x),
    Math.round(y - sprite.y),
    sprite.width,
    sprite.height,
  );
}
