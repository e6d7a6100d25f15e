// Loaded before the server (`node --import`): when the script that started it is killed, the channel between them closes
// and the server ends in order instead of going on unseen with its port taken.
if (process.channel) {
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  process.channel.unref();
}
