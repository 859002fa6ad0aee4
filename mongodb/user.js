// Run once by the image, on an empty volume: the user that Tenantry is, with rights on its own database alone.
const password = fs.readFileSync('/run/secrets/mongodb-password', 'utf8').trim();
db.getSiblingDB('tenantry').createUser({
  user: 'tenantry',
  pwd: password,
  roles: [{ role: 'readWrite', db: 'tenantry' }],
});
