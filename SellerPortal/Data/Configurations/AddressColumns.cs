using Microsoft.EntityFrameworkCore.Metadata.Builders;
using SellerPortal.Domain.Addresses;

namespace SellerPortal.Data.Configurations;

internal static class AddressColumns
{
    /// <summary>The columns of an address, with the lengths of the booking interface.</summary>
    public static void IsAddress(this ComplexPropertyBuilder<PostalAddress> address)
    {
        address.IsRequired();
        address.Property(a => a.Name).HasMaxLength(PostalAddress.LongestName);
        address.Property(a => a.Company).HasMaxLength(PostalAddress.LongestName);
        address.Property(a => a.Line1).HasMaxLength(PostalAddress.LongestLines);
        address.Property(a => a.Line2).HasMaxLength(PostalAddress.LongestLines);
        address.Property(a => a.Line3).HasMaxLength(PostalAddress.LongestLines);
        address.Property(a => a.City).HasMaxLength(PostalAddress.LongestName);
        address.Property(a => a.State).HasMaxLength(PostalAddress.LongestName);
        address.Property(a => a.Mobile).HasMaxLength(10);
    }
}
