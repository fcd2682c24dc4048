# One image for the gateway and every subgraph; docker-compose.yml gives each container its command.
FROM node:22-bookworm-slim AS build
WORKDIR /hub
COPY . .
# Installs and builds, as `npm start` does.
RUN node scripts/prepare.mjs
# What was needed to build is not needed to run. The `hub` command stays out too: it brings a PostgreSQL of its own.
RUN find . -name node_modules -prune -exec rm -rf {} + \
 && CI=true npx -y pnpm@10.34.9 install --prod --frozen-lockfile --filter '!@hub/cli' --filter '!@hub/test' \
 && rm -rf packages/cli test

FROM node:22-bookworm-slim
# Inside its container a process must be reachable from the others; only docker-compose.yml decides what is from outside.
# The limit on the heap, in MiB, is the one that `hub start` gives its processes.
ENV NODE_ENV=production HOST=0.0.0.0 PORT=4000 NODE_OPTIONS=--max-old-space-size=1024
WORKDIR /hub
# The user of the processes owns this folder and nothing else: it cannot change the code that it runs.
RUN mkdir /state && chown node:node /state
COPY --from=build /hub .
USER node
EXPOSE 4000
STOPSIGNAL SIGTERM
# It waits 15 s for a sign of life and 4 s for readiness.
HEALTHCHECK --interval=5s --timeout=20s --start-period=60s --start-interval=1s --retries=6 \
  CMD ["node", "scripts/docker/probe.mjs"]
CMD ["node", "--enable-source-maps", "gateway/dist/main.js"]
