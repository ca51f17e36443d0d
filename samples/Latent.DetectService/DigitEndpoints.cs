using Latent.Imaging;
using Latent.Runtime.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Latent.DetectService;

/// <summary>Answers requests about digits.</summary>
public static class DigitEndpoints
{
    /// <summary>Returns the verdicts of rows.</summary>
    public static Results<Ok<IEnumerable<RowVerdict>>, ProblemHttpResult> Detect(
        RowsRequest request,
        [FromKeyedServices("digits")] ObservedAutoencoder digits)
    {
        var size = digits.Model.InputSize;
        var wrong = Array.FindIndex(request.Rows, row => row.Length != size);
        return wrong >= 0
            ? TypedResults.Problem(
                $"Row {wrong} has {request.Rows[wrong].Length} values; the model takes {size}.",
                statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok(digits.Explain([.. request.Rows.SelectMany(row => row)]).Select(RowVerdict.From));
    }

    /// <summary>Returns the verdict of an image file.</summary>
    public static async Task<Ok<RowVerdict>> DetectImage(
        Stream body,
        [FromKeyedServices("digits")] ObservedAutoencoder digits,
        CancellationToken cancellation)
    {
        var row = await ReadAsync(body, ModelImages.From(digits.Model.Manifest), cancellation);
        return TypedResults.Ok(RowVerdict.From(digits.Explain(row)[0]));
    }

    /// <summary>Returns a heat map of the reconstruction error of an image file, as PNG.</summary>
    public static async Task<FileContentHttpResult> DrawHeatMap(
        Stream body,
        [FromKeyedServices("digits")] ObservedAutoencoder digits,
        CancellationToken cancellation)
    {
        var images = ModelImages.From(digits.Model.Manifest);
        var row = await ReadAsync(body, images, cancellation);
        using var map = new MemoryStream();
        images.SaveHeatMap(map, row, digits.Score(row, withErrors: true).Errors);
        return TypedResults.File(map.ToArray(), "image/png");
    }

    // Image decoders need the whole file at once; a server delivers it piece by piece.
    private static async Task<float[]> ReadAsync(Stream body, ModelImages images, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await body.CopyToAsync(file, cancellation);
        file.Position = 0;
        return images.Load(file, ImageFit.CentreCrop);
    }
}
