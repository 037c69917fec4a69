#!/bin/sh
# Writes src/platform/db/schema.ts from a database that has every migration: DATABASE_URL=postgres://… npm run schema
set -eu
npx --no-install kysely-codegen --dialect postgres --camel-case --date-parser string --type-only-imports \
  --include-pattern 'public.*' --exclude-pattern '*migration' --out-file src/platform/db/schema.ts "$@"
