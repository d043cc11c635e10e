using SellerPortal.Components.Entries;

namespace SellerPortal.Features.AddressBook;

/// <summary>A consignee in the form, as typed.</summary>
public sealed class TypedConsignee
{
    /// <summary>Made when the form opens; keeps one consignee, however often it is sent.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version that was opened; null for a new one.</summary>
    public Guid? Version { get; init; }

    /// <summary>The nickname before it is changed.</summary>
    public string Title { get; init; } = "";

    public string Nickname { get; set; } = "";

    public string Email { get; set; } = "";

    public TypedEntryAddress Address { get; init; } = new();

    /// <summary>The form of one that is changed.</summary>
    public static TypedConsignee Of(ConsigneeRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Title = row.Nickname,
        Nickname = row.Nickname,
        Email = row.Email ?? "",
        Address = TypedEntryAddress.Of(row.Address),
    };
}
