# syntax=docker/dockerfile:1

# Builds the server and the admin. Needs no secret: settings are read when the
# image runs, not when it is built.
FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build

# Installs only what the built server needs.
FROM node:20-bookworm-slim AS packages
WORKDIR /app
COPY --from=build /app/.medusa/server/package.json /app/.medusa/server/package-lock.json ./
RUN npm ci --omit=dev --omit=optional --no-audit --no-fund

FROM node:20-bookworm-slim
ENV NODE_ENV=production
WORKDIR /app
COPY --from=packages --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/.medusa/server ./
# So that `npm run doctor` and `npm run stock:check` work inside the container.
COPY --from=build --chown=node:node /app/scripts/doctor.mjs /app/scripts/stock-check.mjs ./scripts/
COPY --from=build --chown=node:node /app/scripts/lib ./scripts/lib
# Uploads of the local file store; mount a volume here or use an object store.
RUN mkdir -p static && chown node:node static
USER node
EXPOSE 9000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD node -e "fetch('http://127.0.0.1:'+(process.env.PORT||9000)+'/health').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"
CMD ["npm", "run", "start"]
