const POINTS_PER_MM = 72 / 25.4;

export const mmToPoints = (mm: number): number => mm * POINTS_PER_MM;
export const pointsToMm = (points: number): number => points / POINTS_PER_MM;

/** Distance between two base lines in mm: 1.25 times the type size, room for stacked Vietnamese marks (Ặ, Ễ). */
export const lineHeightMm = (sizePt: number): number => pointsToMm(sizePt * 1.25);
