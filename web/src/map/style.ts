import type { FeatureCollection } from 'geojson';
import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import type { Basemap } from './basemap';
import { CLASSES } from '../words/types';
import { ground } from './ground';
import { countSign, nameSign } from './signs';

/** The colours of the page as they are now. */
export function colours(): (name: string) => string {
  const style = getComputedStyle(document.documentElement);
  return (name) => style.getPropertyValue(`--${name}`).trim();
}

const source = (data: FeatureCollection) => ({ type: 'geojson' as const, data: data as never });

/** The whole map as data: the ground, and upon it names of towns, what is shown and what is pointed at. */
export function style(base: Basemap, shown: FeatureCollection, pointed: FeatureCollection, towns: FeatureCollection): StyleSpecification {
  const colour = colours();
  const under = ground(base, colour);
  const byClass = ['match', ['get', 'of'], ...CLASSES.flatMap(({ of }) => [of, colour(of)]), colour('statement')] as never;
  const near = ['get', 'near'] as never;
  const layers: LayerSpecification[] = [
    ...under.layers,
    { id: 'town-dots', type: 'circle', source: 'towns', paint: { 'circle-radius': ['case', ['get', 'capital'], 2.5, 1.5], 'circle-color': colour('label') } },
    {
      id: 'town-names',
      type: 'symbol',
      source: 'towns',
      layout: { 'icon-image': nameSign(colour('label'), colour('land')) as never, 'icon-anchor': 'top', 'symbol-sort-key': ['get', 'order'], 'icon-padding': 1 },
    },
    {
      id: 'points',
      type: 'circle',
      source: 'shown',
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': ['case', near, byClass, colour('land')] as never,
        'circle-opacity': ['case', near, 0.88, 0.6] as never,
        'circle-stroke-color': ['case', near, colour('land'), byClass] as never,
        'circle-stroke-width': ['case', near, 1, 2] as never,
      },
    },
    ...(['full', 'hollow'] as const).map(
      (kind): LayerSpecification => ({
        id: `counts-${kind}`,
        type: 'symbol',
        source: 'shown',
        filter: ['all', ['!=', ['get', 'count'], ''], ['==', ['get', 'near'], kind === 'full']],
        layout: { 'icon-image': countSign(colour(kind === 'full' ? 'paper' : 'ink')) as never, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
      }),
    ),
    {
      id: 'pointed',
      type: 'circle',
      source: 'pointed',
      paint: {
        'circle-radius': ['get', 'radius'],
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': colour('ink'),
        'circle-stroke-width': ['get', 'width'],
      },
    },
  ];
  return {
    version: 8,
    sources: { ...under.sources, shown: source(shown), pointed: source(pointed), towns: source(towns) },
    layers,
  };
}
