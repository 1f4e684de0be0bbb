/** What a tile owner wants to have said becomes words and links, and never markup. */
import { expect, test } from 'vitest';
import { attributionParts } from './attribution.ts';

const plain = (text: string) => ({ text, href: null });

test('plain words stay as they are', () => {
  expect(attributionParts('© OpenStreetMap contributors')).toEqual([plain('© OpenStreetMap contributors')]);
  expect(attributionParts('')).toEqual([]);
});

test('links stand where they were written', () => {
  expect(
    attributionParts('© [Tiles](https://t.example/about), © [OSM](http://osm.example/copyright?a=1#b) и др.'),
  ).toEqual([
    plain('© '),
    { text: 'Tiles', href: 'https://t.example/about' },
    plain(', © '),
    { text: 'OSM', href: 'http://osm.example/copyright?a=1#b' },
    plain(' и др.'),
  ]);
});

test.each([
  '[run](javascript:alert(1))',
  '[data](data:text/html,x)',
  '<a href="https://t.example">T</a>',
  '[no address]()',
  '[half](https://t.example',
  '[broken](https://)',
])('%s is no link', (text) => {
  expect(attributionParts(text)).toEqual([plain(text)]);
});
