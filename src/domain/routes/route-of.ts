import { ROUTES, type Route, type RouteName } from './routes';

const PATTERNS = Object.entries<Route>(ROUTES).map(([name, { path }]) => ({
  name,
  pattern: new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}/?$`),
}));

/** The name of the route of a path; null for a path that the app does not know. `/` leads on to the lines. */
export function routeOf(path: string): RouteName | null {
  if (path === '/') return 'lines';
  const name = PATTERNS.find(({ pattern }) => pattern.test(path))?.name;
  return name !== undefined && isRouteName(name) ? name : null;
}

function isRouteName(name: string): name is RouteName {
  return Object.hasOwn(ROUTES, name);
}
