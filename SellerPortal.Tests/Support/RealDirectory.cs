using SellerPortal.Data.Seeding;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Tests.Support;

/// <summary>The whole directory as shipped, built once in a run.</summary>
public static class RealDirectory
{
    private static readonly Lazy<PincodeDirectory> Directory = new(() =>
    {
        var files = new DirectoryFiles(DirectoryFiles.ShippedFolder);
        var entries = files.ReadPincodes().ToList();
        return PincodeDirectory.Create(entries, files.ReadOffices(entries.Select(entry => entry.Pincode).ToHashSet()));
    });

    public static PincodeDirectory Value => Directory.Value;

    public static Pincode Pin(string text) => Pincode.TryParse(text, out var pincode)
        ? pincode
        : throw new ArgumentException($"'{text}' is no pincode.", nameof(text));
}
