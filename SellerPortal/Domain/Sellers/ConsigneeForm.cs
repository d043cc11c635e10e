using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Booking;
using SellerPortal.Domain.Messages;

namespace SellerPortal.Domain.Sellers;

/// <summary>A consignee for the address book as typed.</summary>
/// <param name="Nickname">What the seller calls it.</param>
/// <param name="Email">May be empty.</param>
/// <param name="Address">Where the parcels go.</param>
public sealed record ConsigneeForm(string? Nickname, string? Email, ConsigneeInput Address)
{
    /// <summary>Checks every field and says all that is wrong.</summary>
    /// <param name="directory">The pincode directory in force.</param>
    /// <param name="tidy">The consignee in stored form; null when there is a fault.</param>
    /// <returns>Null when nothing is wrong.</returns>
    public KeepResult? Check(PincodeDirectory directory, out TidyConsignee? tidy)
    {
        List<EntryFault> own = [];
        if (EntryName.Check(Nickname, out var nickname) is { } fault) own.Add(fault);
        var email = string.IsNullOrWhiteSpace(Email) ? null : EmailAddress.Tidy(Email);
        if (email is null && !string.IsNullOrWhiteSpace(Email)) own.Add(EntryFault.EmailMalformed);
        var faults = EntryAddress.CheckConsignee(Address, directory, out var address);
        tidy = own.Count == 0 && address is not null ? new TidyConsignee(nickname, address, email) : null;
        return tidy is null ? KeepResult.Refused(own, faults) : null;
    }
}
