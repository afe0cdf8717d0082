import { describe, expect, it } from 'vitest';
import { typeCounted } from './types';

describe('types counted', () => {
  it('are one of something', () => {
    expect([typeCounted('ASSAULT', 1), typeCounted('CONSULT', 1), typeCounted('AID', 1), typeCounted('SUPPORT', 2)]).toEqual(['one attack', 'one round of talks', 'one act of aid', '2 acts of support']);
  });
});
