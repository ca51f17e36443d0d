using Latent.Imaging;
using Latent.Runtime.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Latent.DetectService;

/// <summary>Answers requests about digits.</summary>
public static class DigitEndpoints
{
    /// <summary>Rows in, verdicts out.</summary>
    public static Results<Ok<IEnumerable<RowVerdict>>, ProblemHttpResult> Detect(RowsRequest request, [FromKeyedServices("digits")] ObservedAutoencoder digits)
    {
        var size = digits.Model.InputSize;
        var wrong = Array.FindIndex(request.Rows, row => row.Length != size);
        return wrong >= 0
            ? TypedResults.Problem($"Row {wrong} has {request.Rows[wrong].Length} values; the model takes {size}.", statusCode: StatusCodes.Status400BadRequest)
            : TypedResults.Ok(digits.Explain([.. request.Rows.SelectMany(row => row)]).Select(RowVerdict.From));
    }

    /// <summary>A picture file in, its verdict out.</summary>
    public static async Task<Ok<RowVerdict>> DetectImage(Stream body, [FromKeyedServices("digits")] ObservedAutoencoder digits, CancellationToken cancellation)
    {
        var row = await ReadAsync(body, ModelImages.From(digits.Model.Manifest), cancellation);
        return TypedResults.Ok(RowVerdict.From(digits.Explain(row)[0]));
    }

    /// <summary>A picture file in, a picture of where the reconstruction errs out.</summary>
    public static async Task<FileContentHttpResult> DrawHeatMap(Stream body, [FromKeyedServices("digits")] ObservedAutoencoder digits, CancellationToken cancellation)
    {
        var images = ModelImages.From(digits.Model.Manifest);
        var row = await ReadAsync(body, images, cancellation);
        using var map = new MemoryStream();
        images.SaveHeatMap(map, row, digits.Score(row, withErrors: true).Errors);
        return TypedResults.File(map.ToArray(), "image/png");
    }

    // Decoders read at once what a server hands out piece by piece.
    private static async Task<float[]> ReadAsync(Stream body, ModelImages images, CancellationToken cancellation)
    {
        using var file = new MemoryStream();
        await body.CopyToAsync(file, cancellation);
        file.Position = 0;
        return images.Load(file, ImageFit.CentreCrop);
    }
}
