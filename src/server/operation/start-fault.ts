import type { Config } from '../config.ts'
import { isBusy, isFull, isOutOfReach } from '../store/sqlite-faults.ts'

function codeOf(cause: unknown): string {
  return cause instanceof Error && 'code' in cause && typeof cause.code === 'string' ? cause.code : ''
}

function isListening(cause: unknown): boolean {
  return cause instanceof Error && 'syscall' in cause && (cause.syscall === 'listen' || cause.syscall === 'getaddrinfo')
}

function portOf(cause: unknown, config: Config): string {
  const port = cause instanceof Error && 'port' in cause ? cause.port : config.port
  return port === config.metricsPort ? `METRICS_PORT ${String(port)}` : `PORT ${config.port}`
}

function listenFault(cause: unknown, config: Config): string {
  const port = portOf(cause, config)
  if (codeOf(cause) === 'EADDRINUSE') return `${port} is taken: another program listens there`
  if (codeOf(cause) === 'EACCES') return `${port} may not be used by this user: choose one from 1024`
  return `HOST ${config.host} is no address of this machine`
}

const unwritable = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG']

/** One line for the operator: what stands in the way of the start, and of which setting. */
export function startFault(cause: unknown, config: Config): string {
  if (isListening(cause)) return listenFault(cause, config)
  if (isBusy(cause)) return `PEIL_DATA ${config.dataFolder} is held by another program for too long: try again`
  if (isFull(cause) || ['ENOSPC', 'EDQUOT'].includes(codeOf(cause)))
    return `PEIL_DATA ${config.dataFolder} has no room left: the disk is full`
  if (isOutOfReach(cause) || unwritable.includes(codeOf(cause))) return `PEIL_DATA ${config.dataFolder} cannot be written by this user`
  return `Peil cannot run: ${cause instanceof Error ? cause.message : String(cause)}`
}
