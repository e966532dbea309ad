//! Holds the vendor's key, away from the page: a task comes in as JSON, its answer goes out as JSON, the private key
//! never. What the page is told of an error is a code that never changes.

const loading = import("./vault.js").then((loader) => loader.default);

let stretched;
let key;

function forget() {
  stretched?.free();
  key?.free();
  stretched = key = undefined;
}

const tasks = {
  new_passphrase: (vault) => vault.newPassphrase(),

  check_passphrase: (vault, { typed }) => vault.checkPassphrase(typed),

  set_up(vault, { typed }) {
    forget();
    const stretch = { salt: vault.newSalt(), cost: JSON.parse(vault.defaultCost()) };
    const under = vault.StretchedPassphrase.stretch(typed, stretch.salt, JSON.stringify(stretch.cost));
    key = vault.VendorKey.generate();
    const made = {
      key: key.publicKey(),
      stretch: JSON.stringify(stretch),
      wrapped: key.wrap(under),
      proof: under.proof(),
    };
    under.free();
    return made;
  },

  log_in(vault, { typed, stretch }) {
    forget();
    const { salt, cost } = JSON.parse(stretch);
    stretched = vault.StretchedPassphrase.stretch(typed, salt, JSON.stringify(cost));
    return stretched.proof();
  },

  unwrap(_vault, { wrapped }) {
    key = stretched.unwrap(wrapped);
    stretched.free();
    stretched = undefined;
    return key.publicKey();
  },

  open(_vault, { webinar, sealed }) {
    const one = ([slot, text]) => {
      try {
        return JSON.parse(key.open(webinar, slot, text));
      } catch {
        return null;
      }
    };
    return sealed.map(one);
  },

  open_contacts(_vault, { webinar, sealed }) {
    const one = ([slot, text]) => {
      try {
        return JSON.parse(key.openContact(webinar, slot, text));
      } catch {
        return null;
      }
    };
    return sealed.map(one);
  },

  open_texts(_vault, { webinar, slot, sealed }) {
    const one = (text) => {
      try {
        return JSON.parse(key.openText(webinar, slot, text));
      } catch {
        return null;
      }
    };
    return sealed.map(one);
  },

  seal_contacts(vault, { webinar, people }) {
    const one = ([name, email]) => {
      const slot = vault.newSlot();
      return { slot, ...JSON.parse(vault.sealContact(key.publicKey(), webinar, slot, name, email)) };
    };
    return people.map(one);
  },

  words: (vault, { key }) => vault.words(key),

  fingerprint: (vault, { key }) => vault.fingerprint(key),

  new_invitations: (vault, { count }) => JSON.parse(vault.newInvitations(count)),

  recovery_file: (vault, { wrapped, site, made_on }) => vault.recoveryFile(wrapped, site, made_on),
};

async function answer(text) {
  const { id, do: task, ...values } = JSON.parse(text);
  try {
    const answered = tasks[task](await loading, values);
    return { id, answer: JSON.stringify(answered) };
  } catch (thrown) {
    return { id, error: typeof thrown === "string" ? thrown : "broken" };
  }
}

onmessage = async ({ data }) => postMessage(JSON.stringify(await answer(data)));
