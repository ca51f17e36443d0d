namespace Latent.Data;

/// <summary>The ten digits as strokes in the unit square, y downwards: a stroke is a polyline x, y, x, y ...</summary>
internal static class DigitShapes
{
    private static readonly float[][][] Strokes =
    [
        [[.5f, 0, .85f, .15f, 1, .5f, .85f, .85f, .5f, 1, .15f, .85f, 0, .5f, .15f, .15f, .5f, 0]],
        [[.2f, .2f, .55f, 0, .55f, 1]],
        [[0, .2f, .25f, 0, .75f, 0, 1, .2f, .9f, .45f, 0, 1, 1, 1]],
        [[0, .1f, .35f, 0, .8f, .05f, .95f, .25f, .75f, .45f, .4f, .48f, .8f, .52f, 1, .75f, .8f, .95f, .35f, 1, 0, .9f]],
        [[.7f, 1, .7f, 0, 0, .65f, 1, .65f]],
        [[.95f, 0, .15f, 0, .1f, .45f, .6f, .4f, .95f, .55f, .95f, .8f, .65f, 1, .2f, 1, 0, .88f]],
        [[.85f, .02f, .4f, .15f, .08f, .5f, .05f, .8f, .35f, 1, .75f, .98f, .98f, .75f, .8f, .5f, .4f, .48f, .08f, .65f]],
        [[0, 0, 1, 0, .35f, 1]],
        [[
            .5f, .47f, .15f, .35f, .15f, .1f, .5f, 0, .85f, .1f, .85f, .35f, .5f, .47f, .05f, .65f, .1f, .9f, .5f, 1, .9f, .9f, .95f, .65f,
            .5f, .47f,
        ]],
        [[.95f, .3f, .7f, .5f, .25f, .5f, .03f, .25f, .25f, .02f, .7f, 0, .95f, .2f, .9f, .6f, .65f, 1]],
    ];

    public static ReadOnlySpan<float[]> Get(int digit) => Strokes[digit];
}
