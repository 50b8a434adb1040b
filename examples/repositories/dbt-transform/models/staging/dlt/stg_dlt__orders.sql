with source as (

    select * from {{ source('dlt_shop', 'orders') }}

),

renamed as (

    select
        id,
        status,
        total

    from source

)

select * from renamed
