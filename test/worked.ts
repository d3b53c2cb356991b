/** How long this process has worked, in milliseconds: what others do on the machine meanwhile does not count. */
export function worked(): number {
  const {user, system} = process.cpuUsage()
  return (user + system) / 1000
}
