import { describe, expect, it } from 'vitest';
import { routeOf } from './route-of';
import { ROUTES, textsOf } from './routes';

describe('a route', () => {
  it.each([
    ['/', 'lines'],
    ['/lines', 'lines'],
    ['/lines/', 'lines'],
    ['/lines/4711', 'line'],
    ['/lines/change', 'changeLines'],
    ['/carts', 'carts'],
    ['/carts/1', 'cart'],
    ['/carts/1/', 'cart'],
    ['/carts/1/lines/new', 'newLine'],
    ['/carts/1/import', 'importLines'],
    ['/carts/1/confirm', 'confirmCart'],
    ['/carts/1/record', 'receipt'],
    ['/sign-in', 'signIn'],
    ['/carts/1/lines', null],
    ['/lines/1/2', null],
    ['/elsewhere', null],
    ['/xlines', null],
  ])('of %s is %s', (path, name) => {
    expect(routeOf(path)).toBe(name);
  });

  it('waits for its piece of text and those before', () => {
    expect(textsOf(ROUTES.lines)).toEqual(['first']);
    expect(textsOf(ROUTES.line)).toEqual(['first', 'editor']);
    expect(textsOf(ROUTES.cart)).toEqual(['first', 'editor', 'rest']);
  });
});
