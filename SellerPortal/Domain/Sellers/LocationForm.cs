using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;

namespace SellerPortal.Domain.Sellers;

/// <summary>A pickup location as typed.</summary>
/// <param name="Name">What the seller calls it.</param>
/// <param name="Address">Where parcels are fetched.</param>
public sealed record LocationForm(string? Name, ConsigneeInput Address)
{
    /// <summary>Checks every field and says all that is wrong.</summary>
    /// <param name="directory">The pincode directory in force.</param>
    /// <param name="name">The name as it is stored.</param>
    /// <param name="address">The address as it is stored; null when anything is wrong with it.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public KeepResult? Check(PincodeDirectory directory, out string name, out PostalAddress? address)
    {
        List<EntryFault> own = [];
        if (EntryName.Check(Name, out name) is { } fault) own.Add(fault);
        var faults = EntryAddress.CheckPickup(Address, directory, out address);
        return own.Count + faults.Count == 0 ? null : KeepResult.Refused(own, faults);
    }
}
