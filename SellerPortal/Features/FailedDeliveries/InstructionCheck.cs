using SellerPortal.Domain.Addresses;
using SellerPortal.Domain.Pickups;
using SellerPortal.Domain.Shipments;

namespace SellerPortal.Features.FailedDeliveries;

/// <summary>Checks what was typed against the parcel, the calendar and the directory.</summary>
/// <param name="Consignee">To whom the parcel goes now.</param>
/// <param name="Today">The day in India.</param>
/// <param name="KeptUntil">The last day on which the office has it; null when none is known.</param>
/// <param name="Calendar">The days on which the post delivers.</param>
/// <param name="Directory">The pincodes.</param>
internal sealed record InstructionCheck(PostalAddress Consignee, DateOnly Today, DateOnly? KeptUntil, PostalCalendar Calendar, PincodeDirectory Directory)
{
    /// <summary>All that is wrong, or what is wanted; with the consignee as it is to be after a correction.</summary>
    public IReadOnlyList<InstructionFault> Check(InstructionInput input, out DeliveryInstruction.Wanted? wanted, out PostalAddress? corrected)
    {
        (wanted, corrected) = (null, null);
        return input.Kind switch
        {
            InstructionKind.DeliverAgain => Day(input, out wanted),
            InstructionKind.CorrectPhone => Phone(input, out wanted, out corrected),
            InstructionKind.CorrectAddress => Correction(input, out wanted, out corrected),
            InstructionKind.Redirect => Redirect(input, out wanted),
            InstructionKind.ReturnToSender => Return(out wanted),
            _ => throw new ArgumentOutOfRangeException(nameof(input), input.Kind, "There is no such kind."),
        };
    }

    private static List<InstructionFault> Return(out DeliveryInstruction.Wanted wanted)
    {
        wanted = new DeliveryInstruction.Wanted(InstructionKind.ReturnToSender);
        return [];
    }

    private static List<InstructionFault> FaultsOf(AddressFaults faults)
    {
        var found = new List<InstructionFault>();
        Add(AddressFaults.NameMissing, InstructionFault.NameMissing);
        Add(AddressFaults.NameLength, InstructionFault.NameLength);
        Add(AddressFaults.CompanyLength, InstructionFault.CompanyLength);
        Add(AddressFaults.LinesMissing, InstructionFault.LinesMissing);
        Add(AddressFaults.LinesTooLong, InstructionFault.LinesTooLong);
        Add(AddressFaults.CityMissing, InstructionFault.CityMissing);
        Add(AddressFaults.CityLength, InstructionFault.CityLength);
        return found;

        void Add(AddressFaults fault, InstructionFault said)
        {
            if (faults.HasFlag(fault)) found.Add(said);
        }
    }

    private static TypedAddress Typed(InstructionInput input) => input.Address ?? new TypedAddress(null, null, null, null, null, null, null);

    private List<InstructionFault> Day(InstructionInput input, out DeliveryInstruction.Wanted? wanted)
    {
        var fault = DeliveryInstructions.DayFault(input.DeliverOn, Today, KeptUntil, Calendar);
        wanted = fault is null ? new DeliveryInstruction.Wanted(input.Kind, input.DeliverOn) : null;
        return fault is { } wrong ? [wrong] : [];
    }

    private List<InstructionFault> Phone(InstructionInput input, out DeliveryInstruction.Wanted? wanted, out PostalAddress? corrected)
    {
        (wanted, corrected) = (null, null);
        if (!MobileNumber.TryParse(input.Mobile, out var number)) return [InstructionFault.MobileMalformed];
        if (number.Value == Consignee.Mobile) return [InstructionFault.MobileSame];
        corrected = Consignee with { Mobile = number.Value };
        wanted = new DeliveryInstruction.Wanted(input.Kind, Before: Consignee.Mobile, After: number.Value);
        return [];
    }

    private List<InstructionFault> Correction(InstructionInput input, out DeliveryInstruction.Wanted? wanted, out PostalAddress? corrected)
    {
        (wanted, corrected) = (null, null);
        var faults = FaultsOf(PostalAddressRules.Check(Typed(input), out var tidy));
        if (faults.Count > 0) return faults;
        // State, pincode and number are not part of a correction: it stays with the same office.
        var address = Consignee with { Name = tidy.Name, Company = tidy.Company, Line1 = tidy.Line1, Line2 = tidy.Line2, Line3 = tidy.Line3, City = tidy.City };
        if (address == Consignee) return [InstructionFault.AddressSame];
        corrected = address;
        wanted = new DeliveryInstruction.Wanted(input.Kind, Before: AddressLines.Of(Consignee), After: AddressLines.Of(address));
        return [];
    }

    private List<InstructionFault> Redirect(InstructionInput input, out DeliveryInstruction.Wanted? wanted)
    {
        wanted = null;
        var faults = FaultsOf(PostalAddressRules.Check(Typed(input), out var tidy));
        if (!MobileNumber.TryParse(input.Mobile, out var mobile)) faults.Add(InstructionFault.MobileMalformed);
        var place = Directory.Check(input.Pincode, out var entry);
        if (entry is null) faults.Add(place == PincodeFault.NotInDirectory ? InstructionFault.PincodeUnknown : InstructionFault.PincodeMalformed);
        else if (!entry.Delivers) faults.Add(InstructionFault.PincodeNoDelivery);
        if (faults.Count > 0) return faults;
        var address = (tidy with { State = entry!.State }).With(entry.Pincode, mobile);
        if (AddressLines.Of(address) == AddressLines.Of(Consignee)) return [InstructionFault.AddressSame];
        wanted = new DeliveryInstruction.Wanted(input.Kind, Before: AddressLines.Of(Consignee), After: AddressLines.Of(address));
        return [];
    }
}
