using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Pickups;

/// <summary>What the roster says of an agent.</summary>
/// <param name="Office">The office whose agent this is.</param>
/// <param name="OfficePincode">Its pincode.</param>
/// <param name="Name">With single spaces, at most <see cref="LongestName"/> characters.</param>
/// <param name="Mobile">Where sellers ring.</param>
public sealed record AgentFacts(string Office, Pincode OfficePincode, string Name, MobileNumber Mobile)
{
    /// <summary>The longest name.</summary>
    public const int LongestName = 80;

    /// <summary>
    /// Checks what was typed. The office is the one that fetches from the pincode, by the rule that pickups themselves
    /// find theirs by.
    /// </summary>
    /// <param name="typed">As typed.</param>
    /// <param name="directory">The directory in force.</param>
    /// <param name="facts">What the roster is to say; null when something is wrong.</param>
    /// <returns>Everything that is wrong, in the order of the form; empty when nothing is.</returns>
    public static IReadOnlyList<AgentFault> Check(TypedAgentFacts typed, PincodeDirectory directory, out AgentFacts? facts)
    {
        facts = null;
        var faults = new List<AgentFault>();
        PostOffice? office = null;
        if (directory.Check(typed.Pincode, out var place) != PincodeFault.None) faults.Add(AgentFault.PincodeWrong);
        else if (directory.BookingOfficeFor(place!.Pincode) is { } found) office = found.Office;
        else faults.Add(AgentFault.NoOffice);
        var name = PostalAddressRules.Tidy(typed.Name) ?? "";
        if (name.Length == 0) faults.Add(AgentFault.NameMissing);
        else if (name.Length > LongestName || name.Any(char.IsControl)) faults.Add(AgentFault.NameWrong);
        var mobileFault = MobileNumber.Parse(typed.Mobile, out var mobile);
        if (mobileFault != MobileFault.None) faults.Add(mobileFault == MobileFault.Empty ? AgentFault.MobileMissing : AgentFault.MobileWrong);
        if (faults.Count == 0) facts = new AgentFacts(office!.Name, office.Pincode, name, mobile);
        return faults;
    }
}

/// <summary>What somebody typed about an agent.</summary>
/// <param name="Pincode">Of the agent's office, or any that the office fetches from.</param>
/// <param name="Name">The agent's name.</param>
/// <param name="Mobile">The agent's mobile number.</param>
public sealed record TypedAgentFacts(string? Pincode, string? Name, string? Mobile);

/// <summary>Why an agent is not on the roster as wished.</summary>
public enum AgentFault
{
    /// <summary>It is no pincode, or the directory does not hold it.</summary>
    PincodeWrong,

    /// <summary>No office fetches from the pincode.</summary>
    NoOffice,

    NameMissing,

    /// <summary>Too long, or with characters that no name has.</summary>
    NameWrong,

    MobileMissing,
    MobileWrong,

    /// <summary>Another active agent of the office has the number.</summary>
    MobileTaken,
}
