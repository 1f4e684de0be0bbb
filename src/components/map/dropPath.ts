/** The outline of a map pin. */

/** A drop: a round head of radius `r` at (0, 0) that runs into a tip at (0, `tip`). */
export function dropPath(r: number, tip: number): Path2D {
  const path = new Path2D();
  const spread = Math.acos(r / tip);
  const left = Math.PI / 2 + spread;
  path.arc(0, 0, r, left, Math.PI / 2 - spread + 2 * Math.PI);
  path.quadraticCurveTo(r * 0.42, tip * 0.74, 0, tip);
  path.quadraticCurveTo(-r * 0.42, tip * 0.74, Math.cos(left) * r, Math.sin(left) * r);
  path.closePath();
  return path;
}
