/** Words on the map as pictures: MapLibre writes only with glyphs that a server would have to hand out. */

const RATIO = 2;
const FONT = "system-ui, -apple-system, 'Segoe UI', Roboto, Arial, sans-serif";

interface Sign {
  text: string;
  colour: string;
  font: string;
  /** Colour around the letters, so that they can be read on a border. */
  halo?: string;
}

const SEPARATOR = '|';

/** Names of pictures carry all that is needed to draw them: count|COLOUR|TEXT and name|COLOUR|HALO|TEXT. */
export const countSign = (colour: string): unknown => ['concat', ['count', colour, ''].join(SEPARATOR), ['get', 'count']];
export const nameSign = (colour: string, halo: string): unknown => ['concat', ['name', colour, halo, ''].join(SEPARATOR), ['get', 'name']];

export function drawSign(id: string): { image: ImageData; ratio: number } | null {
  const [kind, colour = '', ...rest] = id.split(SEPARATOR);
  if (kind === 'count') return draw({ text: rest.join(SEPARATOR), colour, font: `600 12px ${FONT}` });
  if (kind === 'name') return draw({ text: rest.slice(1).join(SEPARATOR), colour, font: `500 11px ${FONT}`, halo: rest[0] ?? '' });
  return null;
}

function draw({ text, colour, font, halo }: Sign): { image: ImageData; ratio: number } | null {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  if (!pen) return null;
  pen.font = font;
  canvas.width = Math.ceil((pen.measureText(text).width + 8) * RATIO);
  canvas.height = 18 * RATIO;
  pen.scale(RATIO, RATIO);
  pen.font = font;
  pen.textAlign = 'center';
  pen.textBaseline = 'middle';
  const [x, y] = [canvas.width / RATIO / 2, 9.5];
  if (halo) {
    pen.strokeStyle = halo;
    pen.lineWidth = 3;
    pen.lineJoin = 'round';
    pen.strokeText(text, x, y);
  }
  pen.fillStyle = colour;
  pen.fillText(text, x, y);
  return { image: pen.getImageData(0, 0, canvas.width, canvas.height), ratio: RATIO };
}
