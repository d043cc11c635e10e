using SellerPortal.Domain.Addresses;

namespace SellerPortal.Domain.Sellers;

/// <summary>Someone who sells on GeM and posts with the Department: registered, then approved by an admin.</summary>
public sealed class Seller
{
    /// <summary>The numbers in the test mode of a seller that has none; the Department gives none like them.</summary>
    private const string TestCustomerId = "0000000000";
    private const string TestContractNumber = "00000000";

    private Seller()
    {
    }

    public SellerId Id { get; private set; }

    /// <summary>True in the test mode; what <see cref="SellerId.IsTest"/> says, where a database can ask.</summary>
    public bool IsTest { get; private set; }

    /// <summary>The name the business is registered under.</summary>
    public string LegalName { get; private set; } = "";

    /// <summary>Goods and Services Tax Identification Number; null for an unregistered seller.</summary>
    public string? Gstin { get; private set; }

    /// <summary>Permanent Account Number.</summary>
    public string? Pan { get; private set; }

    /// <summary>Udyam registration number of a small enterprise.</summary>
    public string? Udyam { get; private set; }

    /// <summary>The seller's id on GeM.</summary>
    public string GemSellerId { get; private set; } = "";

    public string Email { get; private set; } = "";

    public string Mobile { get; private set; } = "";

    /// <summary>Where parcels are fetched from, and the return address on the label.</summary>
    public PostalAddress PickupAddress { get; private set; } = null!;

    public SellerStatus Status { get; private set; }

    /// <summary>Why the registration was rejected or the seller suspended.</summary>
    public string? StatusReason { get; private set; }

    /// <summary>The DoP customer id: ten digits, given at approval.</summary>
    public string? CustomerId { get; private set; }

    /// <summary>The contract number: eight digits, for sellers with a contract.</summary>
    public string? ContractNumber { get; private set; }

    public DateTimeOffset RegisteredAt { get; private set; }

    /// <summary>The partner that registered the seller and acts for it; null for one that came by itself.</summary>
    public Guid? PartnerId { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The account of the admin who decided; null while undecided, and for what the portal seeded itself.</summary>
    public Guid? DecidedBy { get; private set; }

    /// <summary>Changed at every save; two people editing at once cannot overwrite each other.</summary>
    public Guid Version { get; private set; }

    /// <summary>True when the seller may book.</summary>
    public bool MayBook => Status == SellerStatus.Approved;

    /// <summary>True when contract products are open to the seller.</summary>
    public bool HasContract => ContractNumber is not null;

    /// <summary>A new registration, waiting for an admin.</summary>
    /// <param name="id">Made with the form.</param>
    /// <param name="registration">What the seller states.</param>
    /// <param name="now">The present.</param>
    /// <param name="partner">The partner that registers the seller; null for one that comes by itself.</param>
    public static Seller Register(SellerId id, SellerRegistration registration, DateTimeOffset now, Guid? partner = null)
    {
        var seller = new Seller { Id = id, IsTest = id.IsTest, Status = SellerStatus.Pending, RegisteredAt = now, PartnerId = partner };
        seller.State(registration);
        return seller;
    }

    /// <summary>The seller in the test mode: the same business, approved, with the same numbers if it has them already.</summary>
    public Seller MakeTwin(DateTimeOffset now)
    {
        var registration = new SellerRegistration(LegalName, Gstin, Pan, Udyam, GemSellerId, Email, Mobile, PickupAddress);
        var twin = Register(Id.Twin, registration, now);
        twin.Approve(CustomerId ?? TestCustomerId, ContractNumber, now);
        return twin;
    }

    /// <summary>Takes over, in the test mode, what the seller has been given since.</summary>
    public void Follow(Seller real) => (CustomerId, ContractNumber) = (real.CustomerId ?? CustomerId, real.ContractNumber);

    /// <summary>
    /// Decides at once over a seller of the test mode. The end of its GeM id chooses how: -REJECT is rejected, -WAIT waits
    /// for <see cref="ApproveInTestMode"/>, -CONTRACT is approved with a contract, and everything else is approved.
    /// </summary>
    /// <exception cref="DomainRuleException">The seller is a real one, or decided.</exception>
    public void DecideInTestMode(DateTimeOffset now)
    {
        if (!IsTest) throw new DomainRuleException("seller.not_test", "An admin decides over a real seller.");
        if (GemSellerId.EndsWith("-WAIT", StringComparison.Ordinal)) return;
        if (GemSellerId.EndsWith("-REJECT", StringComparison.Ordinal)) Reject("The test mode rejects every GeM id that ends in -REJECT.", now);
        else Approve(TestCustomerId, GemSellerId.EndsWith("-CONTRACT", StringComparison.Ordinal) ? TestContractNumber : null, now);
    }

    /// <summary>Ends the wait of a seller of the test mode.</summary>
    /// <exception cref="DomainRuleException">The seller is a real one, or approved.</exception>
    public void ApproveInTestMode(DateTimeOffset now)
    {
        if (!IsTest) throw new DomainRuleException("seller.not_test", "An admin decides over a real seller.");
        Approve(TestCustomerId, contractNumber: null, now);
    }

    /// <summary>States everything anew after a rejection, and waits for an admin again.</summary>
    /// <exception cref="DomainRuleException">The registration was not rejected.</exception>
    public void Resubmit(SellerRegistration registration, DateTimeOffset now)
    {
        if (Status != SellerStatus.Rejected)
        {
            throw new DomainRuleException("seller.not_rejected", $"A seller who is {Status} does not register again.");
        }

        State(registration);
        Status = SellerStatus.Pending;
        RegisteredAt = now;
        StatusReason = null;
        DecidedAt = null;
        DecidedBy = null;
    }

    /// <summary>Parcels are fetched from another address from now on; what is booked keeps the old one.</summary>
    public void MovePickupTo(PostalAddress address)
    {
        PickupAddress = address;
        Mobile = address.Mobile;
    }

    /// <summary>Admits the seller to the DoP system; a rejection that was a mistake is put right this way too.</summary>
    /// <param name="customerId">Ten digits.</param>
    /// <param name="contractNumber">Eight digits, or null without a contract.</param>
    /// <param name="now">The time of the decision.</param>
    /// <param name="by">The admin's account; null where no person decided.</param>
    /// <exception cref="DomainRuleException">The seller is not waiting for approval.</exception>
    public void Approve(string customerId, string? contractNumber, DateTimeOffset now, Guid? by = null)
    {
        if (Status is not (SellerStatus.Pending or SellerStatus.Rejected))
        {
            throw new DomainRuleException("seller.not_pending", $"A seller who is {Status} cannot be approved.");
        }

        CustomerId = customerId;
        ContractNumber = contractNumber;
        Status = SellerStatus.Approved;
        StatusReason = null;
        DecidedAt = now;
        DecidedBy = by;
    }

    /// <summary>Turns the registration down with a reason the seller will read.</summary>
    /// <exception cref="DomainRuleException">The seller is not waiting for approval.</exception>
    public void Reject(string reason, DateTimeOffset now, Guid? by = null)
    {
        if (Status != SellerStatus.Pending)
        {
            throw new DomainRuleException("seller.not_pending", $"A seller who is {Status} cannot be rejected.");
        }

        Status = SellerStatus.Rejected;
        StatusReason = reason;
        DecidedAt = now;
        DecidedBy = by;
    }

    private void State(SellerRegistration registration)
    {
        LegalName = registration.LegalName;
        Gstin = registration.Gstin;
        Pan = registration.Pan;
        Udyam = registration.Udyam;
        GemSellerId = registration.GemSellerId;
        Email = registration.Email;
        Mobile = registration.Mobile;
        PickupAddress = registration.PickupAddress;
    }
}

/// <summary>What a seller states when registering; already checked.</summary>
public sealed record SellerRegistration(
    string LegalName,
    string? Gstin,
    string? Pan,
    string? Udyam,
    string GemSellerId,
    string Email,
    string Mobile,
    PostalAddress PickupAddress);

/// <summary>Where a seller stands with the Department.</summary>
public enum SellerStatus
{
    /// <summary>Registered; can quote, cannot book.</summary>
    Pending,

    /// <summary>Admitted; can book.</summary>
    Approved,

    /// <summary>Turned down, with a reason.</summary>
    Rejected,
}
