using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Sellers;

/// <summary>Someone a seller sends parcels to again and again, kept in the seller's address book.</summary>
public sealed class SavedConsignee
{
    /// <summary>The most consignees of one seller.</summary>
    public const int MostPerSeller = 5_000;

    /// <summary>The longest e-mail address.</summary>
    public const int LongestEmail = 254;

    private SavedConsignee()
    {
    }

    /// <summary>Made with the form, so that a form sent twice keeps one.</summary>
    public Guid Id { get; private set; }

    public SellerId SellerId { get; private set; }

    /// <summary>What the seller calls it.</summary>
    public string Nickname { get; private set; } = "";

    /// <summary>The nickname as it is compared.</summary>
    public string NicknameKey { get; private set; } = "";

    public PostalAddress Address { get; private set; } = null!;

    public string? Email { get; private set; }

    /// <summary>All that a search looks at, in capitals.</summary>
    public string SearchText { get; private set; } = "";

    public DateTimeOffset SavedAt { get; private set; }

    /// <summary>Changed at every save; two people editing at once cannot overwrite each other.</summary>
    public Guid Version { get; private set; }

    /// <summary>Keeps a consignee.</summary>
    public static SavedConsignee Of(Guid id, SellerId seller, TidyConsignee tidy, DateTimeOffset now)
    {
        var consignee = new SavedConsignee { Id = id, SellerId = seller };
        consignee.Change(tidy, now);
        return consignee;
    }

    /// <summary>Keeps something else under the same id.</summary>
    public void Change(TidyConsignee tidy, DateTimeOffset now)
    {
        (Nickname, NicknameKey, Address, Email, SavedAt) = (tidy.Nickname, EntryName.KeyOf(tidy.Nickname), tidy.Address, tidy.Email, now);
        string?[] words = [Nickname, Address.Name, Address.Company, Address.City, Address.Pincode.ToString(), Address.Mobile];
        SearchText = string.Join(' ', words.OfType<string>()).ToUpperInvariant();
    }
}

/// <summary>A consignee whose fields have been checked and put into the form in which they are stored.</summary>
public sealed record TidyConsignee(string Nickname, PostalAddress Address, string? Email);
