using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Sellers;

/// <summary>
/// A place from which a seller sends. The default one's address is the seller's pickup address and stands there only;
/// a seller who has kept none has the default one alone.
/// </summary>
public sealed class PickupLocation
{
    /// <summary>The most locations of one seller.</summary>
    public const int MostPerSeller = 50;

    private PickupLocation()
    {
    }

    /// <summary>Made with the form, so that a form sent twice keeps one.</summary>
    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>The name as it is compared.</summary>
    public string NameKey { get; private set; } = "";

    /// <summary>The address while it is not the default; see <see cref="AddressFor"/>.</summary>
    public PostalAddress Address { get; private set; } = null!;

    public bool IsDefault { get; private set; }

    /// <summary>Changed at every save; two people editing at once cannot overwrite each other.</summary>
    public Guid Version { get; private set; }

    /// <summary>
    /// The default location of a seller who has not named one: its id is the seller's own, its name the city, with the
    /// pincode where another location has that name.
    /// </summary>
    public static PickupLocation MainOf(Seller seller, IEnumerable<PickupLocation> others)
    {
        var address = seller.PickupAddress;
        var name = others.Any(other => other.NameKey == EntryName.KeyOf(CutTo(address.City, EntryName.Longest)))
            ? $"{CutTo(address.City, EntryName.Longest - 7)} {address.Pincode}"
            : CutTo(address.City, EntryName.Longest);
        var main = Of(seller.Id.Value, seller.Id, name, address);
        main.IsDefault = true;
        return main;
    }

    /// <summary>Keeps a location that is not the default.</summary>
    public static PickupLocation Of(Guid id, SellerId seller, string name, PostalAddress address)
    {
        var location = new PickupLocation { Id = id, SellerId = seller };
        location.Rename(name);
        location.Address = address;
        return location;
    }

    /// <summary>Where parcels are fetched.</summary>
    public PostalAddress AddressFor(Seller seller) => IsDefault ? seller.PickupAddress : Address;

    /// <summary>Changes name and address; the default one moves the seller's pickup address.</summary>
    public void Change(string name, PostalAddress address, Seller seller)
    {
        Rename(name);
        Address = address;
        if (IsDefault) seller.MovePickupTo(address);
    }

    /// <summary>Becomes the default in place of <paramref name="former"/>, which keeps the address it had.</summary>
    public void TakeOverFrom(PickupLocation former, Seller seller)
    {
        (former.Address, former.IsDefault) = (seller.PickupAddress, false);
        IsDefault = true;
        seller.MovePickupTo(Address);
    }

    private static string CutTo(string text, int longest) => text.Length <= longest ? text : text[..longest].TrimEnd();

    private void Rename(string name) => (Name, NameKey) = (name, EntryName.KeyOf(name));
}
