# The gateway with the built app. Builds from a clean checkout; nothing but Node and dist is in the result.
FROM node:24-slim AS build
WORKDIR /desk
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build

FROM node:24-slim
# dist/server/main.js has everything bundled: no node_modules, no npm, no source.
RUN rm -rf /usr/local/lib/node_modules /usr/local/bin/npm /usr/local/bin/npx /usr/local/bin/corepack /opt/yarn*
WORKDIR /desk
COPY --from=build --chown=root:root /desk/dist ./dist
# What must be known after a restart: mount a volume here. A new named volume takes this folder's owner.
RUN install -d -m 700 -o 10001 -g 10001 /var/lib/orderdesk
VOLUME /var/lib/orderdesk
# No name is needed, and the numbers let the platform see that it is not root.
USER 10001:10001
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/server/main.js"]
