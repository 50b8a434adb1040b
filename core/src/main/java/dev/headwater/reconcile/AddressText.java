package dev.headwater.reconcile;

import dev.headwater.emit.Address;

/** How a message calls what an address means: without its file, which stands before the message already. */
final class AddressText {

    private AddressText() {}

    static String at(Address address) {
        if (address instanceof Address.HclBlock block) {
            return new Address.HclBlock("", block.type(), block.labels()).toString();
        }
        return address instanceof Address.YamlItem item
                ? item.toString().substring(item.file().length() + ": ".length())
                : address.toString();
    }

    /** The file in which it stands, or the directory. */
    static String place(Address address) {
        if (address instanceof Address.HclBlock block) {
            return block.directory();
        }
        return address instanceof Address.YamlItem item ? item.file() : address.toString();
    }
}
