import { describe, expect, it } from 'vitest';
import { pictureSource, webLink } from './pictureSource.ts';

const OWN = 'https://pult.example';

describe('pictures', () => {
  it('shows its own and those of the hosts that the settings name', () => {
    expect(pictureSource('/i/1.png', [], OWN)).toBe(`${OWN}/i/1.png`);
    expect(pictureSource(' https://cdn.example/a.jpg ', ['https://cdn.example'], OWN)).toBe(
      'https://cdn.example/a.jpg',
    );
  });

  it('fetches nothing from anywhere else', () => {
    expect(pictureSource('https://cdn.example/a.jpg', [], OWN)).toBeNull();
    expect(pictureSource('http://cdn.example/a.jpg', ['https://cdn.example'], OWN)).toBeNull();
    expect(pictureSource('https://cdn.example.evil.example/a.jpg', ['https://cdn.example'], OWN)).toBeNull();
    expect(pictureSource('data:image/png;base64,AA', ['https://cdn.example'], OWN)).toBeNull();
    expect(pictureSource('http://[', [], OWN)).toBeNull();
  });

  it('links to web addresses only', () => {
    expect(webLink('https://shop.example/a')).toBe('https://shop.example/a');
    expect(webLink('javascript:alert(1)')).toBeNull();
    expect(webLink('file:///etc/passwd')).toBeNull();
    expect(webLink('picture.png')).toBeNull();
  });
});
