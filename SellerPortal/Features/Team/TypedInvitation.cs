using SellerPortal.Domain.Access;

namespace SellerPortal.Features.Team;

/// <summary>An invitation in the form, as typed.</summary>
public sealed class TypedInvitation
{
    /// <summary>Made when the form opens; sends one letter, however often it is sent.</summary>
    public required Guid Id { get; init; }

    public string Email { get; set; } = "";

    public TeamRole Role { get; set; } = TeamRole.Booking;
}
