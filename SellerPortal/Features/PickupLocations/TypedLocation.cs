using SellerPortal.Components.Entries;

namespace SellerPortal.Features.PickupLocations;

/// <summary>A pickup location in the form, as typed.</summary>
public sealed class TypedLocation
{
    /// <summary>Made when the form opens; keeps one location, however often it is sent.</summary>
    public required Guid Id { get; init; }

    /// <summary>The version that was opened; null for a new one.</summary>
    public Guid? Version { get; init; }

    /// <summary>The name before it is changed.</summary>
    public string Title { get; init; } = "";

    public string Name { get; set; } = "";

    public TypedEntryAddress Address { get; init; } = new();

    /// <summary>The form of one that is changed.</summary>
    public static TypedLocation Of(LocationRow row) => new()
    {
        Id = row.Id,
        Version = row.Version,
        Title = row.Name,
        Name = row.Name,
        Address = TypedEntryAddress.Of(row.Address),
    };
}
