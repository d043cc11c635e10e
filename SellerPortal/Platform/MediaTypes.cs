namespace SellerPortal.Platform;

/// <summary>Media types of files that the framework has no name for.</summary>
public static class MediaTypes
{
    /// <summary>A workbook.</summary>
    public const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
}
