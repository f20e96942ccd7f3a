import { createHash } from 'node:crypto';

/*
 * The operations of the store as one Lua script: Redis runs it as a whole, by its own clock. A key holds the name of
 * its quota, a newline, and its value. A quota is a sorted set of its keys by their end.
 */

const SOURCE = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local epochKey, key, prefix = KEYS[1], KEYS[2], ARGV[1]
local epoch, op = ARGV[2], ARGV[3]

if op == 'open' then
  -- ARGV: a new epoch, the run of the server, ms of the pause. Another run may have lost its last writes.
  if redis.call('HGET', epochKey, 'run') ~= ARGV[5] then
    redis.call('HSET', epochKey, 'run', ARGV[5], 'epoch', ARGV[4])
    if tonumber(ARGV[6]) > 0 then redis.call('SET', key, '\\n', 'PX', ARGV[6]) end
  end
  return {'open', now, redis.call('HGET', epochKey, 'epoch')}
end

if redis.call('HGET', epochKey, 'epoch') ~= epoch then return {'lost', now} end

local stored = redis.call('GET', key)
local quota, value = '', nil
if stored then
  local at = string.find(stored, '\\n', 1, true)
  quota, value = string.sub(stored, 1, at - 1), string.sub(stored, at + 1)
end
local function reply(kind) return {kind, now, value, redis.call('PTTL', key)} end
local function put(name, text, ttl)
  redis.call('SET', key, name .. '\\n' .. text, 'PX', ttl)
  if name == '' then return end
  local set = prefix .. name
  redis.call('ZADD', set, now + ttl, key)
  if redis.call('PTTL', set) < tonumber(ttl) then redis.call('PEXPIRE', set, ttl) end
end
local function overQuota(name, most)
  if name == '' then return nil end
  local set = prefix .. name
  redis.call('ZREMRANGEBYSCORE', set, '-inf', now)
  if redis.call('ZCARD', set) < tonumber(most) then return nil end
  return {'over_quota', now, '', tonumber(redis.call('ZRANGE', set, 0, 0, 'WITHSCORES')[2]) - now}
end

if op == 'get' then
  if not value then return {'none', now} end
  return reply('entry')
elseif op == 'claim' then
  -- ARGV: the value, ms, the quota and its limit.
  if value then return reply('taken') end
  local over = overQuota(ARGV[6], ARGV[7])
  if over then return over end
  put(ARGV[6], ARGV[4], ARGV[5])
  return {'claimed', now}
elseif op == 'increment' then
  -- ARGV: nothing, ms, the quota and its limit.
  if value then
    redis.call('SET', key, quota .. '\\n' .. (value + 1), 'KEEPTTL')
    return {'count', now, value + 1, redis.call('PTTL', key)}
  end
  local over = overQuota(ARGV[6], ARGV[7])
  if over then return over end
  put(ARGV[6], '1', ARGV[5])
  return {'count', now, 1, tonumber(ARGV[5])}
elseif op == 'replace' then
  -- ARGV: the expected and the new value, ms or ''.
  if value ~= ARGV[4] then return {'no', now} end
  if ARGV[6] == '' then redis.call('SET', key, quota .. '\\n' .. ARGV[5], 'KEEPTTL')
  else put(quota, ARGV[5], ARGV[6]) end
  return {'yes', now}
else
  -- remove. ARGV: the expected value, or nothing.
  if not value or (ARGV[4] and value ~= ARGV[4]) then return {'no', now} end
  redis.call('DEL', key)
  if quota ~= '' then redis.call('ZREM', prefix .. quota, key) end
  return {'yes', now}
end
`;

export const REDIS_SCRIPT = { source: SOURCE, sha: createHash('sha1').update(SOURCE).digest('hex') };
