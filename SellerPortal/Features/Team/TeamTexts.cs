namespace SellerPortal.Features.Team;

/// <summary>Marks the texts of the team.</summary>
public sealed class TeamTexts;
