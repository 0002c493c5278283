// App and server with reload: Vite serves the app and passes /api on to a server that restarts when its code changes.
import { spawn } from 'node:child_process'

const [appPort, serverPort] = ['5173', '8081']
const env = { ...process.env, PORT: serverPort, PUBLIC_ORIGIN: `http://localhost:${appPort}` }
const settings = { stdio: 'inherit', env, shell: process.platform === 'win32' }
const children = [
  spawn('node', ['--watch', '--watch-preserve-output', 'src/server/main.ts'], settings),
  spawn('vite', ['--port', appPort, '--strictPort'], settings),
]

const stop = () => children.forEach((child) => child.kill())
process.on('SIGINT', stop)
process.on('SIGTERM', stop)
for (const child of children) child.on('exit', stop)
