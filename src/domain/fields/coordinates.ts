/** South, north, west and east of each part of France, with a little sea around it. */
const FRENCH_BOXES = [
  // the mainland and Corsica
  [41.2, 51.3, -5.6, 9.8],
  // Guadeloupe, Martinique, Saint-Martin, Saint-Barthélemy
  [14.2, 18.3, -63.3, -60.6],
  // French Guiana
  [2, 6, -55, -51.4],
  // Réunion
  [-21.6, -20.7, 55, 56],
  // Mayotte
  [-13.2, -12.4, 44.8, 45.5],
  // Saint-Pierre-et-Miquelon
  [46.6, 47.3, -56.6, -56],
  // French Polynesia
  [-28, -7.5, -155, -134],
  // New Caledonia
  [-23, -17.5, 158, 172.5],
  // Wallis and Futuna
  [-14.6, -13, -178.5, -176],
] as const;

/**
 * Where two coordinates in degrees lead: to a place in France, abroad, or to France only once latitude and longitude
 * change places.
 */
export function placeOfCoordinates(latitude: number, longitude: number): 'in-france' | 'swapped' | 'abroad' {
  if (isInFrance(latitude, longitude)) return 'in-france';
  return isInFrance(longitude, latitude) ? 'swapped' : 'abroad';
}

function isInFrance(latitude: number, longitude: number): boolean {
  return FRENCH_BOXES.some(
    ([south, north, west, east]) =>
      latitude >= south && latitude <= north && longitude >= west && longitude <= east,
  );
}
