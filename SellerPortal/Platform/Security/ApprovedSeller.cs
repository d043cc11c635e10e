using Microsoft.AspNetCore.Authorization;

namespace SellerPortal.Platform.Security;

/// <summary>The account belongs to a seller that is approved at this moment, which no claim can know: a seller signs in first and is approved later.</summary>
public sealed class ApprovedSeller : IAuthorizationRequirement;
